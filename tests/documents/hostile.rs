//! Words that nobody means well with, in every field of a report: in a paper they are words.

use super::{collection, paper};
use pulldown_cmark::{Event, Options, Parser, Tag};
use termwise::form::Form;
use termwise::load::Loaded;
use termwise::render::document::{self, BUILT_IN};
use termwise::rollup::Filter;

/// What is tried, each with a word by which it is known again.
const TRIED: &[&str] = &[
    "canary <script>alert(1)</script>",
    "canary <img src=x onerror=alert(1)>",
    "canary </style><style>body{display:none}</style>",
    "canary <!-- open",
    "[canary](javascript:alert(1))",
    "![canary](http://example.org/pixel.png)",
    "<javascript:alert(1)> canary <https://example.org>",
    "canary https://example.org www.example.org mailto:a@example.org @octocat #1 !2",
    "[canary]: http://example.org",
    "[author: canary]: http://example.org",
    "# canary",
    "=== canary",
    "--- canary",
    "- canary",
    "1. canary",
    "> canary",
    "``` canary",
    "    canary",
    "| canary | b |",
    "canary {{ 7 * 7 }} {% for x in y %} {# c #}",
    "canary **strong** _emphasis_ ~~struck~~ `code` $x$",
    "canary \\<script\\> \\[x\\](y)",
    "canary &lt;script&gt; &#60;b&#62; &copy;",
    "canary\u{202e}txt.exe\u{200b}",
    "canary ::error::x ##[error]x",
    "] canary [",
    "**\\[author: canary\\]**",
];

/// Two terms of two districts, with these words in every field and statement.
fn reports(words: &str) -> Loaded {
    let quoted = |words: &str| serde_json::to_string(words).unwrap();
    let report = |district: &str, term: &str, status: &str| {
        let said = |what: &str| quoted(&format!("{words} {what} rose from 10% to 20% in the survey"));
        format!(
            "district: {}\nofficers: [{}]\nterm: {term}\npriorities:\n  - title: {}\n    id: one\n    status: {status}\n    \
             receiver: {}\n    theme: [{}]\n    intended_outcomes: [{}]\n    activity: [{}, {}]\n    planned: [{}]\n    \
             impact: [{}, \"84% of pupils said they feel safer\"]\n    exit_strategy: [{}]\n  - title: {}\n    \
             intended_outcomes: [More]\n    activity: [None]\n",
            quoted(&format!("{words} {district}")),
            quoted(words),
            quoted(&format!("{words} {term}")),
            quoted(words),
            quoted(words),
            said("outcome"),
            quoted(words),
            said(&format!("activity {district}")),
            said(&format!("plan {term}")),
            said("impact"),
            quoted(words),
            quoted(&format!("{words} other")),
        )
    };
    let all = [
        ("a1.yaml", report("North", "Autumn 2023/24", "ongoing")),
        ("a2.yaml", report("North", "Spring 2023/24", "handed-over")),
        ("b1.yaml", report("South", "Autumn 2023/24", "new")),
        ("b2.yaml", report("South", "Spring 2023/24", "ongoing")),
    ];
    collection(&all.each_ref().map(|(name, text)| (*name, text.as_str())))
}

/// What a paper is made of: how many of each, and no words.
fn shape(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let mut shape: Vec<String> = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => shape.push("link".to_owned()),
            Event::Start(tag) => shape.push(format!("{:?}", std::mem::discriminant(&tag))),
            Event::Html(html) | Event::InlineHtml(html) if html.trim().starts_with("<!--") => {}
            Event::Html(html) | Event::InlineHtml(html) => shape.push(format!("html {html}")),
            Event::Code(_) | Event::Rule | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                shape.push("mark".to_owned());
            }
            _ => {}
        }
    }
    // The mark at the end of a paper is a block of its own.
    shape.retain(|part| part != &format!("{:?}", std::mem::discriminant(&Tag::HtmlBlock)));
    shape
}

#[test]
fn words_of_reports_are_words_in_every_paper() {
    let form = Form::built_in();
    let plain = reports("canary words");
    for words in TRIED {
        let hostile = reports(words);
        assert_eq!(hostile.corpus.reports().len(), 4, "{words}");
        for (name, _) in BUILT_IN {
            let markdown = paper(name, &hostile, &form, &Filter::default()).unwrap();
            let expected = shape(&paper(name, &plain, &form, &Filter::default()).unwrap());
            let is = shape(&markdown);
            assert!(markdown.matches("canary").count() > 5, "{name}, {words}: {markdown}");
            assert_eq!(is, expected, "{name}, {words}:\n{markdown}");
            assert!(!markdown.contains(['\u{202e}', '\u{200b}']), "{words}");
            let mut page = Vec::new();
            document::html(&markdown, &mut page).unwrap();
            let page = String::from_utf8(page).unwrap();
            // The contents are links of ours, to parts of the page.
            let body = page.split_once("</head>").unwrap().1;
            let ours =
                body.matches("<a href=\"#part-").count() + body.matches("<a class=\"skip\" href=\"#part-").count();
            assert_eq!(body.matches("<a").count(), ours, "{name}, {words}: {body}");
            assert!(body.matches("<nav").count() <= 1, "{name}, {words}: {body}");
            for mark in ["<script", "<img", "<style", "</style", "<!--", "<code", "<del", "<blockquote", "<hr"] {
                assert!(!body.contains(mark), "{name}, {words}: {mark} in {body}");
            }
            assert_eq!(page.matches("</style>").count(), 1);
            assert_eq!(page.matches("</title>").count(), 1);
        }
    }
}

#[test]
fn template_syntax_in_reports_is_not_run() {
    let form = Form::built_in();
    let markdown = paper("board", &reports("canary {{ 7 * 7 }}"), &form, &Filter::default()).unwrap();
    assert!(markdown.contains("\\{\\{ 7 \\* 7 \\}\\}") && !markdown.contains("49"), "{markdown}");
}
