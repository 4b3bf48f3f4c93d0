use super::*;
use crate::source::Text;

/// The outline as lines: kind, label, body, each with what its span holds where that differs.
fn show(entries: &[Entry], text: &str, depth: usize, out: &mut String) {
    let words = |t: &Text| {
        let there = text.get(t.span().start as usize..t.span().end as usize).unwrap();
        if there == t.words() { t.words().to_owned() } else { format!("{} <{}>", t.words(), there.replace('\n', "/")) }
    };
    for entry in entries {
        let label = entry.label.iter().map(|l| format!(" {}:", words(l))).collect::<String>();
        let body = entry.body.iter().map(|b| format!(" {}", words(b))).collect::<Vec<_>>().join(" +");
        out.push_str(&format!("{}{:?}{label}{body}\n", "  ".repeat(depth), entry.kind));
        show(&entry.entries, text, depth + 1, out);
    }
}

fn shown(text: &str) -> String {
    let source = Source::of("a.yaml", text);
    let out = read(&source, SourceId(0), &Limits::default());
    let mut shown = String::new();
    show(&out.reports, &source.text, 0, &mut shown);
    for d in &out.diagnostics {
        let there = source.slice(d.span.start, d.span.end);
        shown.push_str(&format!("! {} <{}>\n", d.message, there.replace('\n', "/")));
    }
    shown.extend(out.over_limit.map(|l| format!("limit: {}\n", l.why)));
    shown
}

#[track_caller]
fn same(text: &str, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(|l| l.strip_prefix("        ").unwrap_or(l)).collect();
    assert_eq!(shown(text).trim_end(), expected.join("\n").trim(), "\n{text}");
}

#[test]
fn an_escaped_carriage_return_is_a_space() {
    same(
        "activity:\n  - \"Met the\\rheads\"\n",
        "
        Report
          Key activity:
            Item Met the heads <Met the\\rheads>
        ",
    );
}

#[test]
fn a_report_is_read_with_its_places() {
    same(
        "district: Northmoor\nofficers: [Asha Rowe, 'Tom O''Pell']\npriorities:\n- title: Increasing\n    attendance\n  intended_outcomes:\n    - Absence falls\n    - text: \"Two\"\n      id: two\n    - - nested\n      -\n  impact: ~\n  exit_strategy:\n",
        "
        Report
          Key district: Northmoor
          Key officers:
            Item Asha Rowe
            Item Tom O'Pell <Tom O''Pell>
          Key priorities:
            Item
              Key title: Increasing attendance <Increasing/    attendance>
              Key intended_outcomes:
                Item Absence falls
                Item
                  Key text: Two
                  Key id: two
                Item
                  Item nested
                  Item
              Key impact:
              Key exit_strategy:
        ",
    );
}

#[test]
fn spans_take_in_marker_and_value() {
    let text = "a: |\n  x\n\n  y\n\nb:\n- one\n-   k: v\n- - n\n- # note\n  'q'\nc: [p, \"q\"]\n";
    let source = Source::of("a.yaml", text);
    let out = read(&source, SourceId(0), &Limits::default());
    let slice = |e: &Entry| source.slice(e.span.start, e.span.end).to_owned();
    let keys = &out.reports[0].entries;
    assert_eq!(
        keys.iter().map(slice).collect::<Vec<_>>(),
        ["a: |\n  x\n\n  y", "b:\n- one\n-   k: v\n- - n\n- # note\n  'q'", "c: [p, \"q\"]"]
    );
    assert_eq!(
        keys[1].entries.iter().map(slice).collect::<Vec<_>>(),
        ["- one", "-   k: v", "- - n", "- # note\n  'q'"]
    );
    assert_eq!(slice(&keys[1].entries[2].entries[0]), "- n");
    assert_eq!(keys[2].entries.iter().map(slice).collect::<Vec<_>>(), ["p", "\"q\""]);
}

#[test]
fn texts_of_several_lines_hold_paragraphs_and_lists() {
    same(
        "impact: |\n  It rose.\n\n  - one\n  - two\nscope: >\n  folded\n  line\n\n  second\nplanned:\n  - |\n    first\n\n    second\n    - child\n  - |\n    only\n",
        "
        Report
          Key impact:
            Paragraph It rose.
            Item one
            Item two
          Key scope:
            Paragraph folded line <folded/  line>
            Paragraph second
          Key planned:
            Item first + second
              Item child
            Item only
        ",
    );
}

#[test]
fn comments_to_termwise_stand_where_they_were_written() {
    same(
        "# termwise: explain a: top\ndistrict: N # termwise: explain b: beside\n# termwise: explain c: between\npriorities:\n  - title: T\n    # termwise: explain d: of the priority\n    # another\n    activity: # termwise: explain e: of the section\n      - one # termwise: explain f: of the item\n      # termwise: explain g: before two\n      - two\n        # termwise: explain h: in two\n      - | # termwise: explain i: of the block\n        three\n    impact:\n      # termwise: explain j: under an empty key\n    # termwise: explain k: at the end of the priority\n  # termwise: explain l: between priorities\n  - # termwise: explain m: first in the item\n    title: U\n#  Termwise:  explain n: last\n",
        "
        Report
          Comment explain a: top
          Key district: N
            Comment explain b: beside
          Comment explain c: between
          Key priorities:
            Item
              Key title: T
              Comment explain d: of the priority
              Key activity:
                Comment explain e: of the section
                Item one
                  Comment explain f: of the item
                Comment explain g: before two
                Item two
                  Comment explain h: in two
                Item three
                  Comment explain i: of the block
              Key impact:
                Comment explain j: under an empty key
              Comment explain k: at the end of the priority
            Comment explain l: between priorities
            Item
              Comment explain m: first in the item
              Key title: U
          Comment explain n: last
        ",
    );
}

#[test]
fn comments_in_lists_without_indentation() {
    same(
        "a:\n- x\n# termwise: one\nb: # termwise: two\nc: y\n",
        "
        Report
          Key a:
            Item x
            Comment one
          Key b:
            Comment two
          Key c: y
        ",
    );
}

#[test]
fn each_document_is_a_report_and_empty_ones_are_none() {
    same("a: b\n---\n# nothing\n---\nc: d\n...\n---\n", "Report\n  Key a: b\nReport\n  Key c: d");
    for text in ["", "\n\n", "# only\n", "---\n", "--- ~\n", "# termwise: explain a: b\n"] {
        same(text, "");
    }
    same("just words\n", "Report just words");
    same("- a\n- b\n", "Report\n  Item a\n  Item b");
}

#[test]
fn what_yaml_would_refer_to_is_reported_and_not_followed() {
    same(
        "a: &x words\nb: *x\nc: !!str typed\n<<: *x\nd: *none\ne: [*x, y]\n",
        "
        Report
          Key a: words
          Key b:
          Key c: typed
          Key d:
          Key e:
            Item
            Item y
        ! “&” gives what follows a name to be used again, which termwise does not follow <&x>
        ! “*” stands for words written elsewhere, which termwise does not follow <*x>
        ! “!” gives what follows a type, which termwise does not use <!!str>
        ! “<<” takes over keys from elsewhere, which termwise does not follow <<<>
        ! “*” stands for words written elsewhere, which termwise does not follow <*none>
        ! “*” stands for words written elsewhere, which termwise does not follow <*x>
        ",
    );
}

/// The first finding of a text: its message and what it marks.
fn first(text: &str) -> (String, String) {
    let source = Source::of("a.yaml", text);
    let out = read(&source, SourceId(0), &Limits::default());
    let d = out.diagnostics.first().unwrap_or_else(|| panic!("nothing found in {text:?}"));
    assert_eq!(out.diagnostics.len(), 1, "{text:?}: {:?}", out.diagnostics);
    assert!(d.help.is_some(), "{text:?}");
    (d.message.clone(), source.slice(d.span.start, d.span.end).to_owned())
}

#[test]
fn slips_are_told_in_plain_words() {
    let cases = [
        ("a: this: that\n", "a colon followed by a space inside these words", "this:"),
        ("a:\n  b: Reading rose: by 5\n", "a colon followed by a space inside these words", "Reading rose:"),
        ("a:b\nc: d\n", "this colon has no space after it", "a:"),
        ("a: b\nc:d\ne: f\n", "this colon has no space after it", "c:"),
        ("a: b\n10:30 start\n", "a key is expected here", "10:30 start"),
        ("a\nb: c\n", "a key is expected here", "a"),
        ("a: b\n  c: d\n", "this line is set in deeper than its key", "c:"),
        ("a: \"open\nb: c\n", "this quotation mark opens words", "\""),
        ("- x\n- 'open\n\nb: c 'd'\n", "this quotation mark opens words", "'"),
        ("a: \"open", "this quotation mark opens words", "\""),
        ("a: 'it's fine'\n", "the quotation marks are closed already", "s fine'"),
        ("a: \"x\" y\n", "the quotation marks are closed already", "y"),
        ("a:\n\tb: c\n", "a tab stands before these words", "\t"),
        ("a: |\n\tx\n", "a tab stands before these words", "\t"),
        ("a:\n  b: c\n d: e\n", "this line is not set in like", "d: e"),
        ("a:\n  - b\n - c\n", "this list item does not stand in line", "- c"),
        ("a: b\n- c\n", "this list item does not stand in line", "- c"),
        ("- a\nb: c\n", "this line is not set in like", "b: c"),
        ("a: @foo bar\n", "words cannot begin with “@”", "@foo bar"),
        ("a: `foo\n", "words cannot begin with “`”", "`foo"),
        ("a: %5 more\n", "words cannot begin with “%”", "%5 more"),
        ("%foo\na: b\n", "words cannot begin with “%”", "%foo"),
        ("a: *foo bar\n", "words cannot begin with “*”", "*foo bar"),
        ("a: **bold** words\n", "words cannot begin with “*”", "**bold** words"),
        ("- * x\n", "words cannot begin with “*”", "* x"),
        ("a: & more\n", "words cannot begin with “&”", "& more"),
        ("a: !foo! bar\n", "words cannot begin with “!”", "!foo! bar"),
        ("a: [School A] visited\n", "words cannot begin with “[”", "[School A] visited"),
        ("a: [x, y\nb: c\n", "“[” opens a list here that is not closed", "["),
        ("a: {x: y\n", "“{” opens a list here that is not closed", "{"),
        ("a: [b]]\n", "“]” closes a list that was not opened so", "]"),
        ("a: - b\n", "a list starts here on the line of its key", "- b"),
        ("a: \"C:\\dir\"\n", "inside these quotation marks “\\” begins a code", "\\d"),
        ("a: |x\n  y\n", "words stand on the line of “|”", "|x"),
        ("a: b\nplain\n", "a key is expected here", "plain"),
        ("a: \u{7}b\n", "a character that cannot be shown (U+0007)", "\u{7}"),
    ];
    let mut wrong = Vec::new();
    for (text, message, marked) in cases {
        let (said, place) = first(text);
        if !said.starts_with(message) || place != marked {
            wrong.push(format!("{text:?}\n {said}\n {place:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_read_before_a_slip_and_after_it_is_kept() {
    same(
        "a: b\nc:\n  - d\n  - e: f: g\nh: i\n---\nj: k\n",
        "
        Report
          Key a: b
          Key c:
            Item d
            Item
              Key e: f
        Report
          Key j: k
        ! a colon followed by a space inside these words starts a new key <f:>
        ",
    );
}

#[test]
fn limits_are_told_and_nothing_overflows() {
    let nested = "- ".repeat(5000) + "x";
    assert!(shown(&nested).contains("limit: on line 1 lists and keys nest more than 136 deep"));
    assert!(shown(&"[".repeat(20_000)).contains("limit: on line 1"));
    assert!(shown(&"{a: ".repeat(20_000)).contains("limit: on line 1"));
    let stairs: String = (0..200).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    assert!(shown(&stairs).contains("limit: on line 137 "), "{}", shown(&stairs));
    let deep: String = (0..136).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    assert!(!shown(&deep).contains("limit"));
    let long = "a: ".to_owned() + &"x ".repeat(150 * 1024);
    assert_eq!(shown(&long), "limit: this YAML is larger than the 256 KiB that are read\n");
    let comments = "a: b\n".to_owned() + &"# guidance\n".repeat(2000) + "c: d\n";
    assert_eq!(shown(&comments), "Report\n  Key a: b\n  Key c: d\n");
}

#[test]
fn odd_files_take_little_time() {
    let most = Limit::Yaml.usual();
    let of = |unit: &str| unit.repeat(most / unit.len());
    for unit in [
        "a: b: c\n---\n",
        "---\n",
        "- *x\n",
        "# termwise: x\n",
        "- # termwise: x\n",
        "? ",
        "a: &x\n",
        "\"",
        "- |\n",
        "a: [x, ",
        "'' ",
        "- {a: b}\n",
        "<<: *x\n",
        "a: \"\n---\n",
        "x\n: ",
        "- - - x\n",
        "!a \n",
    ] {
        let start = std::time::Instant::now();
        let source = Source::of("a.yaml", &of(unit));
        let _ = read(&source, SourceId(0), &Limits::default());
        assert!(start.elapsed().as_secs() < 5, "{unit:?} takes {:?}", start.elapsed());
    }
}

#[test]
fn front_matter_knows_its_place_in_the_file() {
    let file = "---\n# termwise: explain a: b\ndistrict: 'Northmoor'\nterm: {season: spring}\n---\n# x\n";
    let mut out = Outline::default();
    let entries = map(&Source::of("a.md", file), 4..file.len() - 8, SourceId(0), &Limits::default(), &mut out);
    let mut shown = String::new();
    show(&entries, file, 0, &mut shown);
    assert_eq!(shown, "Comment explain a: b\nKey district: Northmoor\nKey term:\n  Key season: spring\n");
    assert!(out.diagnostics.is_empty() && out.reports.is_empty());
    let comment = "---\n# termwise: explain a: b\n";
    let only = map(&Source::of("a.md", comment), 4..comment.len(), SourceId(0), &Limits::default(), &mut out);
    assert_eq!(only.len(), 1);
    assert_eq!(only[0].span.start, 4);
}

proptest::proptest! {
    #[test]
    fn any_text_gives_an_outline(text in "([-:#\"'|>\\[\\]{}&*!%@?~ \n\taé]|- |: |\n  |---\n|# termwise: x\n){0,60}") {
        let source = Source::of("a.yaml", &text);
        let out = read(&source, SourceId(0), &Limits::default());
        let mut shown = String::new();
        show(&out.reports, &source.text, 0, &mut shown);
        for d in out.diagnostics {
            assert!(source.text.get(d.span.start as usize..d.span.end as usize).is_some(), "{text:?} {d:?}");
        }
    }
}
