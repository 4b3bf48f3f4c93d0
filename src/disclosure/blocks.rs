//! A source by what belongs together: a paragraph, a list item with its further lines, a row of a table under its
//! head. The marks of lists and tables are left off.

use super::copy::Copy;

/// A line of the source without its indentation and list marker.
#[derive(Clone, Copy)]
struct Line<'a> {
    /// What stands on it.
    words: &'a str,
    /// Where that stands in the source.
    from: usize,
    /// How far it is set in.
    indent: usize,
    /// Whether a list item, a heading, or a key begins on it.
    opens: bool,
    /// Whether nothing is on it.
    blank: bool,
    /// Whether it is a row of a table.
    row: bool,
}

/// What belongs together.
pub(super) struct Block<'a> {
    /// What it says.
    pub copy: &'a Copy,
    /// What leads it in: the paragraph or item before it that ends in a colon, or that it is nested in.
    pub lead: &'a Copy,
    /// Whether it is a row of a table.
    pub row: bool,
    /// Where it begins in the source.
    pub from: usize,
}

/// A cell of a table: what stands in it, and where.
pub(super) type Cell<'a> = (&'a str, usize);

/// What is done with what is found.
pub(super) trait Visit {
    /// A paragraph, item, or row.
    fn block(&mut self, block: &Block<'_>);
    /// A whole table, by rows; `lead` is what stands before it.
    fn table(&mut self, rows: &[Vec<Cell<'_>>], lead: &Copy);
    /// Whether the groups of what was just walked are wanted: most are not, and to put them together takes time.
    fn wants_groups(&mut self) -> bool;
    /// An item or paragraph with all that is nested in it, or that follows it in the same breath.
    fn group(&mut self, whole: &Copy, from: usize);
}

/// Walks a text.
pub(super) fn walk(text: &str, visit: &mut impl Visit) {
    let mut offset = 0;
    let mut lines: Vec<Line<'_>> = Vec::new();
    for line in text.split('\n') {
        let line_from = offset;
        offset += line.len() + 1;
        let read = read(line, line_from);
        // A paragraph that ends in a colon leads in what comes after the blank line too.
        if read.blank && !lines.last().is_some_and(|last| last.blank || last.words.trim_end().ends_with(':')) {
            unit(&lines, visit);
            lines.clear();
        } else if read.blank {
            lines.push(read);
        } else {
            let heading = read.opens && read.words.starts_with('#');
            if heading {
                unit(&lines, visit);
                lines.clear();
            }
            lines.push(read);
            if heading {
                unit(&lines, visit);
                lines.clear();
            }
        }
    }
    unit(&lines, visit);
}

fn read(line: &str, from: usize) -> Line<'_> {
    let words = line.trim_start_matches([' ', '\t', '>']);
    let indent = line.len() - words.len();
    let mut marker = marker(words);
    let rest = words.get(marker..).unwrap_or_default();
    let key = indent_of_key(rest);
    let opens = marker > 0 || words.starts_with('#') || key;
    // What is nested in a statement of YAML stands under this key: no children are meant.
    if rest.starts_with("children:") {
        marker += "children:".len();
    }
    if words.starts_with("---") {
        marker = words.len();
    }
    let row = words.starts_with('|');
    let rest = words.get(marker..).unwrap_or_default();
    let inner = rest.trim_start();
    let from = from + indent + marker + (rest.len() - inner.len());
    Line { words: inner.trim_end(), from, indent, opens, blank: words.trim_end().is_empty(), row }
}

/// Whether a line opens with a key of YAML, or a label: a word or two with a colon.
fn indent_of_key(words: &str) -> bool {
    let Some((key, rest)) = words.split_once(':') else { return false };
    let is_key = |b: u8| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit();
    (rest.is_empty() || rest.starts_with(' ')) && !key.is_empty() && key.len() <= 24 && key.bytes().all(is_key)
}

/// How long the marker of a list item is.
fn marker(words: &str) -> usize {
    let bytes = words.as_bytes();
    match bytes {
        [b'-' | b'*' | b'+', b' ', ..] => 2,
        [0xE2, 0x80, 0x93 | 0x94 | 0xA2, b' ', ..] => 4,
        [b'0'..=b'9', ..] => {
            let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
            let is_list =
                digits <= 2 && matches!(bytes.get(digits), Some(b'.' | b')')) && bytes.get(digits + 1) == Some(&b' ');
            if is_list { digits + 2 } else { 0 }
        }
        _ => 0,
    }
}

/// What stands between two blank lines or headings.
fn unit(lines: &[Line<'_>], visit: &mut impl Visit) {
    if lines.is_empty() {
        return;
    }
    let mut leads: Vec<(usize, Copy)> = Vec::new();
    let mut groups: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if line.blank {
            at += 1;
            continue;
        }
        if line.row {
            let count = lines.iter().skip(at).take_while(|line| line.row).count();
            table(lines.get(at..at + count).unwrap_or_default(), leads.last().map(|lead| &lead.1), visit);
            at += count;
            continue;
        }
        let more = lines.iter().skip(at + 1).take_while(|line| !line.opens && !line.row && !line.blank).count();
        let own = lines.get(at..=at + more).unwrap_or_default();
        let mut copy = Copy::default();
        join(own, &mut copy);
        while leads.last().is_some_and(|lead| line.opens && lead.0 > line.indent) {
            leads.pop();
        }
        let is_item = line.opens && lines.get(at + more + 1).is_some();
        let nested = lines.iter().skip(at + more + 1).skip_while(|line| line.blank);
        let leads_in = copy.text.ends_with(':');
        let level = line.indent;
        let below = nested.take_while(|next| next.row || next.indent > level || leads_in && !line.opens).count();
        let lead = Copy::default();
        let lead = leads.iter().rev().find(|lead| lead.0 <= level).map_or(&lead, |lead| &lead.1);
        visit.block(&Block { copy: &copy, lead, row: false, from: line.from });
        let is_first = at == 0 || lines.iter().take(at).all(|line| line.blank);
        if is_first && more + 1 < lines.len() || is_item && below > 0 {
            let end = if is_first { lines.len() } else { at + more + 1 + below };
            groups.push((at, end));
        }
        if below > 0 || leads_in {
            leads.push((level + usize::from(line.opens && !leads_in), copy));
        }
        at += more + 1;
    }
    if !visit.wants_groups() {
        return;
    }
    for (at, end) in groups {
        let mut whole = Copy::default();
        join(lines.get(at..end).unwrap_or_default(), &mut whole);
        visit.group(&whole, lines.get(at).map_or(0, |line| line.from));
    }
}

/// Several lines as one.
fn join(lines: &[Line<'_>], copy: &mut Copy) {
    let mut before: Option<&Line<'_>> = None;
    for line in lines.iter().filter(|line| !line.blank && !line.row) {
        if let Some(before) = before {
            let between = if line.opens && !before.words.ends_with([':', ';', '.', ',']) { " ; " } else { " " };
            copy.put(between, before.from + before.words.len());
        }
        copy.plain(line.words, line.from);
        before = Some(line);
    }
    copy.settle();
}

/// The cells of a row.
fn cells<'a>(line: &Line<'a>) -> Vec<Cell<'a>> {
    let mut from = line.from;
    let mut cells = Vec::new();
    let inner = line.words.strip_prefix('|').map_or(line.words, |inner| {
        from += 1;
        inner
    });
    for cell in inner.strip_suffix('|').unwrap_or(inner).split('|') {
        let words = cell.trim_start();
        cells.push((words.trim_end(), from + (cell.len() - words.len())));
        from += cell.len() + 1;
    }
    cells
}

fn table(lines: &[Line<'_>], lead: Option<&Copy>, visit: &mut impl Visit) {
    let none = Copy::default();
    let lead = lead.unwrap_or(&none);
    let is_rule = |line: &&Line<'_>| line.words.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '));
    let rows: Vec<Vec<Cell<'_>>> = lines.iter().filter(|line| !is_rule(line)).map(cells).collect();
    let head = rows.first().filter(|_| rows.len() > 1);
    for (number, row) in rows.iter().enumerate() {
        let mut copy = Copy::default();
        for (column, (words, from)) in row.iter().enumerate() {
            let label = head.filter(|_| number > 0).and_then(|head| head.get(column)).filter(|head| !head.0.is_empty());
            if let Some((label, at)) = label {
                copy.plain(label, *at);
                copy.put(": ", at + label.len());
            }
            copy.plain(words, *from);
            copy.put(" ; ", from + words.len());
        }
        copy.settle();
        let from = row.first().map_or(0, |cell| cell.1);
        visit.block(&Block { copy: &copy, lead, row: number > 0, from });
    }
    visit.table(&rows, lead);
}
