//! Words as YAML scalars: plain where every YAML reader takes them for the same words, else quoted;
//! words of several lines as a block.

/// Words on one line; `flow` where they stand between brackets.
pub fn line(words: &str, flow: bool) -> String {
    let words = words.trim();
    if words.contains('\n') || words.chars().any(unprintable) || risky(words) || flow && !words.chars().all(is_plain) {
        return quoted(words);
    }
    match serde_yaml::to_string(words) {
        Ok(scalar) if scalar.trim_end().lines().count() == 1 => scalar.trim_end().to_owned(),
        _ => quoted(words),
    }
}

/// Words as a value: what follows the key or marker on its line, and the lines below it, set in by `inset`.
pub fn value(words: &str, inset: usize) -> (String, String) {
    let words = words.trim();
    if !words.contains('\n') || words.chars().any(unprintable) {
        return (line(words, false), String::new());
    }
    let space = " ".repeat(inset);
    let set_in = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{space}{line}\n") };
    ("|-".to_owned(), words.split('\n').map(set_in).collect())
}

/// Whether some YAML reader takes these plain words for a truth value, a number, a date or a time.
fn risky(words: &str) -> bool {
    let truth = ["y", "n", "yes", "no", "on", "off", "=", "<<"];
    let of_numbers = |c: char| c.is_ascii_hexdigit() || "_:.,+- oxTtZz".contains(c);
    let numeric = words.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) && words.chars().all(of_numbers);
    numeric || truth.contains(&words.to_ascii_lowercase().as_str())
}

/// Characters that mean nothing to YAML, wherever they stand.
fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '.' | '/' | '(' | ')' | '’' | '\u{a0}')
}

/// Words between double quotation marks.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if unprintable(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn unprintable(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}'..='\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words_for_every_reader() {
        let cases = [
            ("Northmoor", "Northmoor"),
            ("Spring 2 2023/24", "Spring 2 2023/24"),
            ("12 schools", "12 schools"),
            ("NO", "\"NO\""),
            ("on", "\"on\""),
            ("2025-01-02", "\"2025-01-02\""),
            ("1:30", "\"1:30\""),
            ("1_000", "\"1_000\""),
            ("07", "\"07\""),
            ("5", "\"5\""),
            ("a: b", "'a: b'"),
            ("- plain", "'- plain'"),
            ("**bold** it's", "'**bold** it''s'"),
            ("null", "'null'"),
            ("", "''"),
            ("> a\u{2028}b", "\"> a\\U00002028b\""),
            ("a\u{7}b", "\"a\\U00000007b\""),
        ];
        for (words, expected) in cases {
            assert_eq!(line(words, false), expected);
        }
        assert_eq!(line("Rowe, Asha", true), "\"Rowe, Asha\"");
        assert_eq!(value("a\n\nb", 4), ("|-".into(), "    a\n\n    b\n".into()));
        assert_eq!(value("a\nb\u{7}", 4), ("\"a\\nb\\U00000007\"".into(), String::new()));
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_reads_back(words in "([a-z0-9:#\"' \n\t,\\[\\]{}&*!|>%@-]|é|\u{7}|\u{2028}|\n\n){0,20}") {
            let words = words.trim();
            let (head, below) = value(words, 2);
            let row = line(words, true);
            let text = format!("k: {head} # note\n{below}l: [{row}, x]\n");
            let map: serde_yaml::Mapping = serde_yaml::from_str(&text).unwrap();
            assert_eq!((map["k"].as_str(), map["l"][0].as_str()), (Some(words), Some(words)), "{text}");
            let events = granit_parser::Parser::new_from_str(&text).map(Result::unwrap);
            let scalars = events.filter_map(|(event, _)| match event {
                granit_parser::Event::Scalar(value, ..) => Some(value.into_owned()),
                _ => None,
            });
            assert_eq!(scalars.collect::<Vec<_>>(), ["k", words, "l", words, "x"], "{text}");
        }
    }
}
