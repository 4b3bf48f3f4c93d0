//! The years that are written as two numbers: "2023/24", "2023-2024", "24/25" and the Department for Education's "202324".
//! Two numbers may also be ages ("15-16"), days ("19-20 October"), a share ("10/12") or a date in figures; those are no year.

use super::Unclear;
use super::calendar::calendar_year;
use super::line::Line;
use super::words::Kind;

/// Takes the years of two numbers out of the line; each becomes one `Used` token. Of a date in figures only the year is kept.
pub fn take_years(line: &mut Line) {
    for i in 0..line.tokens.len() {
        let joint = line.kind(i + 1);
        let (digits, first, last_digits, last, end) = match (line.kind(i), joint, line.kind(i + 2)) {
            (Kind::Number(6, both), ..) => (4, both / 100, 2, both % 100, i + 1),
            (Kind::Number(a, first), Kind::Dash | Kind::Slash, Kind::Number(b @ (2 | 4), last)) => {
                (a, first, b, last, i + 3)
            }
            _ => continue,
        };
        let Some(first) = calendar_year(digits, first) else { continue };
        let glued = end == i + 1 || line.is_glued(i + 1) && line.is_glued(i + 2);
        let date = end == i + 3 && glued && last_digits == 2 && line.kind(end) == joint;
        if date && matches!(line.kind(end + 1), Kind::Number(2 | 4, _)) {
            let start = i + usize::from(digits == 4);
            line.set(start..start + 4, Kind::Word);
            continue;
        }
        let next = u32::from(first) + 1;
        let consecutive = last == next || last_digits == 2 && last == next % 100;
        // in "1 July 2023 - 24 August" and "19-20 October" the last number is a day
        let sure = glued && (digits == 4 || joint == Kind::Slash);
        let taken = match (consecutive, digits) {
            _ if matches!(line.kind(end), Kind::Month(_)) && last_digits == 2 && !sure => false,
            (true, 2) => line.stands(i..end, [true, false]),
            (true, _) => true,
            (false, 2) => glued && line.sides(i..end, [false; 2]).contains(&Kind::Used),
            (false, _) => (sure || calendar_year(4, last).is_some()) && line.stands(i..end, [true; 2]),
        };
        if taken {
            let to = line.at(end - 1).end;
            line.tokens.get_mut(i).into_iter().for_each(|token| token.at.end = to);
            line.set(i..end, Kind::Used);
            match consecutive {
                true => line.academic.push((first, i)),
                false => line.notes.push(Unclear::YearsNotConsecutive),
            }
        }
    }
}
