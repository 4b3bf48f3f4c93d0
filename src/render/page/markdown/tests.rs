use super::*;
use crate::page::words;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn written(title: &str, blocks: Vec<Block>) -> String {
    let mut out = Vec::new();
    write(&Page { title: title.into(), blocks }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The words of each block and cell in order, and every construct that page never writes.
fn read(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (mut found, mut strange, mut words) = (Vec::new(), Vec::new(), String::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM)
    {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::InlineHtml(html) if &*html == APART => {}
            // The mark that a page ends with.
            Event::Html(html) if html.trim_end() == MARK && markdown.ends_with(&*html) => {}
            Event::Start(Tag::HtmlBlock) => {}
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Strong
                | Tag::Strikethrough,
            ) => {}
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                found.push(std::mem::take(&mut words));
            }
            Event::End(_) => {}
            other => strange.push(format!("{other:?}")),
        }
    }
    (found, strange)
}

#[test]
fn a_page_looks_like_this() {
    let row = |name: &str, n| vec![Cell::Words(name.into()), Cell::Number(n), Cell::Empty];
    let blocks = vec![
        Block::Heading(1, words("Coverage")),
        Block::Note(words("Based on 11 of 14 expected reports")),
        Block::List(vec![words("one"), words("- two")]),
        Block::Table {
            head: vec!["District".into(), "Reports".into(), "Term".into()],
            rows: vec![row("North|moor", 3), row("Eastvale", 12)],
        },
    ];
    let expected = "\
# Progress

## Coverage

Based on 11 of 14 expected reports

- one
- \\- two

| District | Reports | Term |
| --- | ---: | --- |
| North&#124;moor | 3 |  |
| Eastvale | 12 |  |

<!-- written by termwise -->
";
    assert_eq!(written("Progress", blocks), expected);
}

#[test]
fn hostile_words_stay_words() {
    let hostile = [
        "a | b || c \\| d \\\\| e \\",
        "<script>alert(1)</script> <!-- x --> &amp; &#124;",
        "# head",
        "#1 and a/b#22",
        "@team and a@b.example",
        "[x](javascript:alert(1)) ![y](http://z)",
        "http://example.org/x_y_z www.example.org WWW.x",
        "GH-1 and gh-22, GH-x",
        "`code` ``more``",
        "*a* _b_ __c__ ~~d~~ **e**",
        "- list",
        "+ list",
        "1. list",
        "12) list",
        "===",
        "---",
        "> quote",
        "[ ] task",
        "[^1]: note",
        "$x$ !3 ~bug %5 &7 $9",
        "{#id}",
        "***",
        "    code",
        "R&D 5% £3 snake_case",
        "://x //y",
        "//x",
        "-",
        "1.",
        "Title #",
        "\"q\" 'q' -- ...",
    ];
    for words_in in hostile {
        let expected = words_in.split_whitespace().collect::<Vec<_>>().join(" ");
        let cells = vec![vec![Cell::Words(words_in.into()), Cell::Words("end".into())]];
        let blocks = vec![
            Block::Note(words(words_in)),
            Block::List(vec![words(words_in)]),
            Block::Heading(2, words(words_in)),
            Block::Table { head: vec![words_in.into(), "b".into()], rows: cells },
        ];
        let markdown = written(words_in, blocks);
        let (found, strange) = read(&markdown);
        let expected: Vec<&str> = [&expected; 5].into_iter().map(String::as_str).collect();
        assert_eq!(strange, [""; 0], "{markdown}");
        assert_eq!(found, [&expected[..], &["b", expected[0], "end"]].concat(), "{markdown}");
    }
}

#[test]
fn marks_are_markdown() {
    let run = |words: &str, mark| Run { words: words.into(), mark };
    let runs = vec![
        run("Visited ", Mark::Plain),
        run("six", Mark::Removed),
        run(" ", Mark::Plain),
        run("seven ", Mark::Added),
        run("schools", Mark::Plain),
        run(", twice", Mark::Added),
        run("!", Mark::Strong),
    ];
    let shown = inline(&runs);
    assert_eq!(shown, "Visited ~~six~~ **seven** schools<!-- -->**, twice**<!-- -->**\\!<!-- -->**");
    let events: Vec<Event<'_>> = Parser::new_ext(&shown, Options::ENABLE_STRIKETHROUGH).collect();
    let count = |tag: &Tag<'_>| events.iter().filter(|e| matches!(e, Event::Start(t) if t == tag)).count();
    assert_eq!((count(&Tag::Strong), count(&Tag::Strikethrough)), (3, 1), "{events:?}");
}

proptest! {
    #[test]
    fn any_words_come_back(runs in proptest::collection::vec(("(?s).{0,12}|[-*_~`<>&@#$!.0-9a-c/:|\\\\ ]{0,12}", 0..4usize), 0..5)) {
        let mark = |at: usize| [Mark::Plain, Mark::Strong, Mark::Added, Mark::Removed][at];
        let runs: Vec<Run> = runs.into_iter().map(|(words, at)| Run { words, mark: mark(at) }).collect();
        let spaced: String = runs.iter().map(|run| run.words.as_str()).collect();
        let expected = line(&spaced);
        let all = format!("{expected}|");
        let cells = vec![vec![Cell::Words(all.clone())]];
        let markdown = written("t", vec![Block::Note(runs), Block::Table { head: vec!["h".into()], rows: cells }]);
        let (mut found, strange) = read(&markdown);
        if expected.is_empty() {
            found.insert(1, String::new());
        }
        prop_assert_eq!(strange, Vec::<String>::new(), "{}", markdown);
        prop_assert_eq!(found, vec!["t".to_owned(), expected, "h".to_owned(), all], "{}", markdown);
    }
}

/// What GitHub makes a link of by itself, and the parser here does not.
#[test]
fn bare_links_and_numbers_of_issues_are_parted() {
    assert_eq!(super::escaped("www.a.example WWW.b awww."), "www\\.a.example WWW\\.b awww\\.");
    assert_eq!(super::escaped("GH-1 gh-2 GH-x -1"), format!("GH-{0}1 gh-{0}2 GH-x -1", super::APART));
}
