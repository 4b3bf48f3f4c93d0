//! The spellings of a term, as tables: a new one is a row here, and what makes it pass.

use super::*;

use ClashKind::*;
use Scheme::{SixTerms, ThreeTerms};

/// The reading in one line: the term or why there is none, `m3` for a month, `!` a contradiction, `+` words beside the term.
fn told(words: &str, scheme: Scheme) -> String {
    let reading = read(words, scheme);
    let mut told = reading.term().map_or_else(|unclear| format!("{unclear:?}"), |term| term.to_string());
    reading.parts.month.iter().for_each(|month| told += &format!(" m{month}"));
    reading.clashes.iter().for_each(|clash| told += &format!(" !{:?}", clash.kind));
    assert_eq!(reading.is_term(), reading.has_any() && !reading.rest);
    if reading.rest { told + " +" } else { told }
}

#[test]
fn how_a_term_is_read() {
    let rows = [
        // every period string collected from published reports
        ("Spring Term 2- March 2024", "Spring 2 2023/24 m3"),
        ("Summer 1 - May 2024", "Summer 1 2023/24 m5"),
        ("Summer 1 – May 2024", "Summer 1 2023/24 m5"),
        ("Summer 1 May 2024", "Summer 1 2023/24 m5"),
        ("Autumn October 2024", "Autumn 2024/25 m10"),
        ("Autumn October 24", "Autumn 2024/25 m10"),
        ("Autumn - October 24", "Autumn 2024/25 m10"),
        ("Autumn - November 2024", "Autumn 2024/25 m11"),
        ("Autumn – Nov 2024", "Autumn 2024/25 m11"),
        ("Spring- March 2025", "Spring 2024/25 m3"),
        ("SUMMER TERM REPORT 2009", "Summer 2008/09"),
        ("Partnership Autumn Term Report 20", "Autumn 2020/21 +"),
        ("Partnership Spring Term Report 21", "Spring 2020/21 +"),
        ("Partnership Dec 22 Report", "Autumn 2022/23 m12 +"),
        ("Annual Report for 19-20", "WholeYear"),
        ("Quarter 1, 01 April 2015 – 30 June 2015", "Quarter"),
        ("Quarter 3, Period 1 October 2013 31 December 2013", "Quarter"),
        ("Quarter 1 for 2025-26", "Quarter"),
        ("Q3 2013-14", "Quarter"),
        ("Quarter 1 Report Education Strategy", "Quarter +"),
        ("Autumn term", "NoYear"),
        ("Autumn Term", "NoYear"),
        ("Autumn", "NoYear"),
        ("Spring 2", "NoYear"),
        ("2023/24", "WholeYear"),
        ("2023-24", "WholeYear"),
        ("2020-21", "WholeYear"),
        ("19-20", "WholeYear"),
        ("24/25", "WholeYear"),
        ("2015/16", "WholeYear"),
        ("15-16", "WholeYear"),
        ("1 September 2021 – 31 August 2022", "WholeYear"),
        ("DECEMBER 2013 - FEBRUARY 2014", "Range"),
        ("April to September 2009", "Range"),
        ("Progress made since 4th December 2024", "Range +"),
        ("Progress made since 7th January 2025:", "Range +"),
        ("Year 3 – the way forward", "PartnershipYear +"),
        ("June 2018", "Summer 2017/18 m6"),
        ("April 2016", "NoSeason m4"),
        ("December 2025", "Autumn 2025/26 m12"),
        // spaces, dashes, case, glue
        ("", "Nothing"),
        ("  \u{a0}Autumn\u{a0}October\u{202f}2024 \t", "Autumn 2024/25 m10"),
        ("spring 2\u{2011}2023\u{2011}24", "Spring 2 2023/24"),
        ("Spring Term 2—March 2024", "Spring 2 2023/24 m3"),
        ("Spring2 2023–24", "Spring 2 2023/24"),
        ("reports/2023-24/spring-2/northmoor.md", "Spring 2 2023/24 +"),
        ("northmoor_autumn_2024", "Autumn 2024/25 +"),
        ("Northmoor: Spring 2 2023/24", "Spring 2 2023/24 +"),
        ("Northmoor - Autumn", "NoYear +"),
        ("Autumn 2 – Dec 24", "Autumn 2 2024/25 m12"),
        ("Term: Spring 2 2023/24", "Spring 2 2023/24"),
        ("Reporting Period: Autumn October 2024", "Autumn 2024/25 m10"),
        ("Reporting Period: 1 April 2024 to 30 June 2024", "Range"),
        ("Autumn 2024 & Spring 2025", "Range"),
        ("Summer 2 2024 to Autumn 1 2024", "Range"),
        ("2023-24-autumn-northmoor", "Autumn 2023/24 +"),
        ("Autumn 202324, 2023", "Autumn 2023/24"),
        ("AUTUMN 24TH OCTOBER 2024", "Autumn 2024/25 m10"),
        ("Spring \u{2013} 4th of March 2024", "Spring 2023/24 m3"),
        // halves
        ("Spring term, second half 2023/24", "Spring 2 2023/24"),
        ("Spring (2nd half) 2023/24", "Spring 2 2023/24"),
        ("second half of the spring term 2024", "Spring 2 2023/24"),
        ("Spring half term 2, 2023/24", "Spring 2 2023/24"),
        ("Spring half-term 2 2023/24", "Spring 2 2023/24"),
        ("Spring Term One 2024", "Spring 1 2023/24"),
        ("Autumn 1 and 2 2023/24", "Autumn 2023/24"),
        ("Spring 3 2023/24", "HalfOutOfRange"),
        ("Spring, 1 March 2024", "Spring 2023/24 m3"),
        ("February half term 2024", "Spring 2023/24 m2"),
        // years
        ("Autumn '24", "Autumn 2024/25"),
        ("Spring ’24", "Spring 2023/24"),
        ("Autumn 24/25", "Autumn 2024/25"),
        ("Autumn 2023/2024", "Autumn 2023/24"),
        ("Autumn 1 202324", "Autumn 1 2023/24"),
        ("202324", "WholeYear"),
        ("202325", "YearsNotConsecutive"),
        ("2023/25", "YearsNotConsecutive"),
        ("Autumn 2023-2025", "YearsNotConsecutive"),
        ("Spring 1999/00", "Spring 1999/00"),
        ("Autumn 2024/25, October 2024", "Autumn 2024/25 m10"),
        ("Autumn 2024/25 October 2024", "Autumn 2024/25 m10"),
        ("Autumn - August 2024", "Autumn 2024/25 m8"),
        ("Summer - August 2024", "Summer 2023/24 m8"),
        ("Sept. 2024", "Autumn 2024/25 m9"),
        ("Oct., 2024", "Autumn 2024/25 m10"),
        ("2024", "WholeYear"),
        ("Annual report 2024", "WholeYear"),
        ("Term report 2024", "NoSeason"),
        // days
        ("May 24th", "NoYear m5 +"),
        ("Summer 24th May 2024", "Summer 2023/24 m5"),
        ("Summer, May 24th 2024", "Summer 2023/24 m5"),
        ("14 October 2024", "Autumn 2024/25 m10 +"),
        ("Period ending 31 March 2024", "Spring 2023/24 m3"),
        ("Autumn, 14/10/2024", "Autumn 2024/25 +"),
        ("2024-10-14", "Nothing +"),
        // ranges, quarters, partnership years
        ("Autumn and Spring 2023/24", "Range"),
        ("Autumn/Spring 2023/24", "Range"),
        ("Autumn, Spring and Summer 2023/24", "Range"),
        ("Autumn 2023 to Spring 2024", "Range"),
        ("Oct 23 - Feb 24", "Range"),
        ("2009 to 2012", "Range"),
        ("1 October 2013 31 December 2013", "Range"),
        ("Autumn term, September to December 2024", "Autumn 2024/25"),
        ("1st quarter", "Quarter"),
        ("Year 3", "PartnershipYear +"),
        ("Year 6, Spring 2024", "Spring 2023/24 +"),
        // numbers without a scheme
        ("Term 3", "NumberedTerm"),
        ("Term 3 2023/24", "NumberedTerm"),
        ("third term", "NumberedTerm"),
        ("HT3 2023/24", "NumberedTerm"),
        ("Term 2: Spring 2024", "Spring 2023/24"),
        ("Lent term 2024", "NoSeason +"),
        // contradictions
        ("Summer 1 - March 2024", "Summer 1 2023/24 m3 !SeasonMonth"),
        ("Spring 1 - March 2024", "Spring 1 2023/24 m3 !HalfMonth"),
        ("Spring 1 - February 2024", "Spring 1 2023/24 m2"),
        ("Summer 2 - April 2024", "Summer 2 2023/24 m4"),
        ("Autumn - April 2024", "Autumn 2023/24 m4 !SeasonMonth"),
        ("Autumn 2023/24, October 2024", "Autumn 2023/24 m10 !YearMonth"),
        ("Spring 2024/25 2024", "Spring 2024/25 !Year"),
        ("Autumn Spring 2024", "Autumn 2024/25 !Season"),
        ("Spring 1 2023/24, Spring 2", "Spring 1 2023/24 !Half"),
        ("April 2025 May 2025", "NoSeason m4 !Month"),
        ("Autumn 2023, Autumn 2024", "Autumn 2023/24 !Year"),
        ("Autumn 2022/23, Autumn 2023/24", "Autumn 2022/23 !Year"),
        // prose
        ("We are Community", "Nothing +"),
        ("Increasing attendance in Year 6", "Nothing +"),
        ("It may help in 24 schools", "Nothing +"),
        ("Spring clean day", "Nothing +"),
        ("March for Peace group", "Nothing +"),
        ("April Jones and May Smith", "Nothing +"),
        ("ages 15-16", "Nothing +"),
        ("16-17 year olds", "Nothing +"),
        ("10/12 pupils", "Nothing +"),
        ("We met 2000 pupils", "Nothing +"),
        ("the first half of the match", "Nothing +"),
        ("Three terms of report", "Nothing +"),
        ("Period", "Nothing"),
        ("KS1 and Y5, post-16", "Nothing +"),
    ];
    let mut wrong = String::new();
    for (words, expected) in rows {
        let told = told(words, ThreeTerms);
        if told != expected {
            wrong += &format!("{words}: {told}, not {expected}\n");
        }
    }
    let rows = [
        ("Term 1 2023/24", "Term 1 2023/24"),
        ("Term 3 January 2024", "Term 3 2023/24 m1"),
        ("Module 6 2023/24", "Term 6 2023/24"),
        ("fourth term 2024", "Term 4 2023/24"),
        ("Michaelmas 2023", "Term 1 2023/24"),
        ("Lent Term 2024", "Term 4 2023/24"),
        ("Summer Term 5 2023/24", "Term 5 2023/24"),
        ("Spring Term 2 2023/24", "Term 4 2023/24"),
        ("Term 3 (Spring 1) 2023/24", "Term 3 2023/24"),
        ("Term 2 - March 2024", "Term 2 2023/24 m3 !SeasonMonth"),
        ("Term 7", "NumberedTerm"),
        ("Holy Trinity Primary", "Nothing +"),
    ];
    for (words, expected) in rows {
        let told = told(words, SixTerms);
        if told != expected {
            wrong += &format!("{words}: {told}, not {expected}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn where_a_clash_is() {
    for (words, first, second) in [
        ("Period: Summer 1 – March 2024", "Summer", "March"),
        ("October 2024: Autumn 2023/24", "October 2024", "2023/24"),
    ] {
        let [clash] = &read(words, ThreeTerms).clashes[..] else { panic!("{words}") };
        let at = |range: &Range<usize>| words.get(range.clone());
        assert_eq!((at(&clash.first), at(&clash.second)), (Some(first), Some(second)));
    }
}

#[test]
fn years_of_unclear_readings_still_filter() {
    for (words, year) in [
        ("2023/24", Some(2023)),
        ("Annual Report for 19-20", Some(2019)),
        ("Autumn and Spring 2023/24", Some(2023)),
        ("1 September 2021 – 31 August 2022", Some(2021)),
        ("Q3 2013-14", None),
        ("Autumn and Spring 2024", None),
        ("April to September 2009", None),
    ] {
        assert_eq!(read(words, ThreeTerms).parts.year, year.map(AcademicYear), "{words}");
    }
}

#[test]
fn any_string_of_any_length() {
    let pieces = "7|may |24/|term |- |é|\u{301}|2023/24 |spring |'|the |1st |quarter 1 |since |🏫";
    for piece in pieces.split('|') {
        let long = piece.repeat(1_000_000 / piece.len());
        let started = std::time::Instant::now();
        read(&long, SixTerms);
        read(&long, ThreeTerms);
        assert!(started.elapsed().as_secs() < 20, "{piece}");
    }
    let pieces = [
        "Spring", "2", "-", "March", " ", "2024", "/", "25", "term", "half", "to", "Year", "'", "q", "st", "202324",
        "é", "the",
    ];
    let mut seed = 1_u64;
    for _ in 0..50_000 {
        let mut words = String::new();
        for _ in 0..9 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            words += pieces[(seed >> 33) as usize % pieces.len()];
        }
        for clash in read(&words, SixTerms).clashes {
            assert!(
                clash.first.start <= clash.second.start
                    && words.get(clash.first).is_some()
                    && words.get(clash.second).is_some()
            );
        }
    }
}

#[test]
fn from_the_fields_of_a_map() {
    let of = |y, s, h, m| {
        from_fields(y, s, h, m, ThreeTerms)
            .term()
            .map_err(|unclear| format!("{unclear:?}"))
            .map(|term| (term.to_string(), term.month))
    };
    let term = |shown: &str, month| Ok((shown.to_string(), month));
    assert_eq!(of(Some("2023/24"), Some("Spring"), Some("2"), Some("March")), term("Spring 2 2023/24", Some(3)));
    assert_eq!(of(Some("202324"), Some("spring term"), Some("second"), None), term("Spring 2 2023/24", None));
    assert_eq!(of(Some("2024"), Some("Spring 2"), None, Some("3")), term("Spring 2 2023/24", Some(3)));
    assert_eq!(of(Some("24"), Some("Autumn"), None, None), term("Autumn 2024/25", None));
    assert_eq!(of(Some("2023/24"), Some("3"), None, None), Err("NumberedTerm".into()));
    assert_eq!(of(Some("2023/24"), Some("Spring"), Some("3"), None), Err("HalfOutOfRange".into()));
    assert_eq!(of(None, Some("Spring"), None, None), Err("NoYear".into()));
    assert_eq!(of(None, None, None, None), Err("Nothing".into()));
    let six = from_fields(Some("2023/24"), Some("3"), None, None, SixTerms);
    assert_eq!(six.term().map(|term| term.to_string()), Ok("Term 3 2023/24".to_string()));
    let clash = from_fields(Some("2023/24"), Some("Spring"), Some("1"), Some("3"), ThreeTerms).clashes;
    assert_eq!(clash, [Clash { kind: HalfMonth, first: 0..0, second: 0..0 }]);
}

fn term(words: &str) -> Term {
    read(words, ThreeTerms).term().unwrap()
}

#[test]
fn order() {
    let rows = [
        "Summer 2022/23",
        "Autumn 2023/24",
        "Autumn August 2023",
        "Autumn September 2023",
        "Autumn 1 2023/24, September",
        "Autumn 1 2023/24, October",
        "Autumn 2 2023/24",
        "Autumn December 2023",
        "Spring 2023/24",
        "Spring February 2024",
        "Spring January 2024",
        "Spring 2 2023/24",
        "Spring March 2024",
        "Summer April 2024",
        "Summer 1 2023/24",
        "Summer 2 2023/24",
        "Autumn 2024/25",
    ];
    let terms = rows.map(term);
    for pair in terms.windows(2) {
        assert!(pair[0] < pair[1], "{pair:?}");
    }
    for a in terms {
        for b in terms {
            assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            assert_eq!(a == b, a.cmp(&b).is_eq());
        }
    }
}

#[test]
fn coarse_and_fine() {
    let filter = |words: &str| read(words, ThreeTerms).parts;
    let spring = term("Spring 2 2023/24");
    for (words, matches) in [
        ("2023/24", true),
        ("Spring", true),
        ("Spring 2023/24", true),
        ("Spring 2 2023/24", true),
        ("", true),
        ("Spring 1 2023/24", false),
        ("2024/25", false),
        ("Summer 2023/24", false),
        ("Spring March 2024", false),
    ] {
        assert_eq!(spring.matches(&filter(words)), matches, "{words}");
    }
    assert!(term("Spring March 2024").matches(&filter("Spring 2 2023/24")));
    assert!(!term("Spring 2023/24").matches(&filter("Spring 2 2023/24")));
    for (a, b, same) in [
        ("Spring 2 2023/24", "Spring 2023/24", true),
        ("Spring 2 2023/24", "Spring 1 2023/24", false),
        ("Spring March 2024", "Spring 2 2023/24", true),
        ("Spring March 2024", "Spring January 2024", false),
        ("Spring 2023/24", "Summer 2023/24", false),
        ("Spring 2023/24", "Spring 2024/25", false),
    ] {
        assert_eq!(term(a).same_slot(&term(b)), same, "{a} and {b}");
    }
    for (a, b, kind) in [
        ("Spring 2 2023/24", "Spring", None),
        ("Spring 2 2023/24", "March 2024", None),
        ("Spring 2 2023/24", "2024/25", Some(Year)),
        ("Spring 2 2023/24", "Summer", Some(Season)),
        ("Spring 2 2023/24", "Spring 1", Some(Half)),
        ("Spring 1 2023/24", "Spring March", Some(HalfMonth)),
        ("Autumn", "April", Some(SeasonMonth)),
        ("April 2025", "May 2025", Some(Month)),
    ] {
        assert_eq!(differ(&filter(a), &filter(b)), kind, "{a} and {b}");
        assert_eq!(differ(&filter(b), &filter(a)), kind, "{b} and {a}");
    }
    let whole = filter("Spring").or(filter("2023/24"));
    assert_eq!(whole.term().unwrap().to_string(), "Spring 2023/24");
    assert_eq!(filter("Spring").or(filter("Autumn 2 2023/24")).half, None);
}

#[test]
fn what_is_shown_reads_back() {
    for year in 1990..=2060 {
        for season in [super::Season::Autumn, super::Season::Spring, super::Season::Summer] {
            for half in [None, Some(1), Some(2)] {
                let shown = Shown::BySeason;
                let term = Term { year: AcademicYear(year), season, half, month: None, shown };
                let numbered = Term { shown: Shown::ByNumber, ..term };
                assert_eq!(read(&numbered.to_string(), SixTerms).term(), Ok(term), "{numbered}");
                for scheme in [ThreeTerms, SixTerms] {
                    assert_eq!(read(&term.to_string(), scheme).term(), Ok(term), "{term}");
                }
            }
        }
    }
}
