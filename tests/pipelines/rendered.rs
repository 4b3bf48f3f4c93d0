//! Pages in Markdown as GitHub shows them: no words of a report make an element, a link, a picture, a mention or a heading.
//!
//! `tests/validators` says where the renderer comes from, and what happens without it.

use super::hostile::{WORDS, markdown, plain, quoted, yaml};
use super::{put, reports, validators};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What Markdown makes something of, beside the words that drive anything else.
const MARKUP: &[&str] = &[
    "# Forged",
    "Forged\n===",
    "Forged\n---\n\nand on",
    "words\n\n## Forged ##\n\nwords",
    "<h1>Forged</h1>",
    "<details open><summary>x</summary></details> <!-- hidden --> <?x?> <!X> <![CDATA[x]]>",
    "&lt;img src=x&gt; &#60;script&#62; &commat;team &num;1",
    "www.evil.example http://evil.example ftp://evil.example mailto:a@evil.example xmpp:a@evil.example a@evil.example",
    "<https://evil.example> <a@evil.example> [x][y] [y]: https://evil.example",
    "![x](//evil.example/y) [x](//evil.example) [x] [ ] [^1]",
    "\n\n[y]: https://evil.example\n[^1]: note\n",
    "@team/x @a GH-1 gh-2 a/b#1 #1 !1 $1 %1 &1 ~bug ~\"two words\"",
    "\\@team \\# 1 \\<b> \\[x](//evil.example)",
    "- [ ] task\n- item\n+ item\n1. item\n2) item",
    "> quote\n\n    code\n\n```\ncode\n```\n~~~\ncode\n~~~",
    "`code` ``code`` *em* _em_ **strong** __strong__ ~~gone~~ $x$",
    "| a | b |\n|---|---|\n| c | d |",
    "***\n___\n- - -",
    "line  \nline\\\nline",
];

#[test]
fn nothing_comes_of_the_words_of_a_report() {
    let Some(python) = validators::python("cmarkgfm") else { return };
    let folder = reports("rendered");
    for report in super::REPORTS.split(' ') {
        fs::remove_file(folder.path().join(report)).unwrap();
    }
    let all: Vec<&str> = WORDS.iter().chain(MARKUP).copied().collect();
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=/dev/null"];
        let ran = Command::new("git").args(who).args(arguments).current_dir(folder.path()).output().unwrap();
        assert!(ran.status.success(), "{ran:?}");
    };
    let commit = || {
        git(&["add", "-A"]);
        git(&["commit", "-q", "-m", "reports"]);
    };
    git(&["init", "-q"]);
    for (at, words) in all.iter().enumerate() {
        put(&folder, format!("each/{at}.md"), markdown(words, at));
        put(&folder, format!("each/{at}.yaml"), yaml(words, at));
        put(&folder, format!("each/{at}.txt"), plain(words, at));
        put(&folder, format!("terms/{at}-1.yaml"), of_term(words, at, "Spring 1 2024/25", "before"));
        put(&folder, format!("terms/{at}-gone.yaml"), of_term(words, at + all.len(), "Spring 1 2024/25", "gone"));
    }
    commit();
    for (at, words) in all.iter().enumerate() {
        put(&folder, format!("terms/{at}-1.yaml"), of_term(words, at, "Spring 1 2024/25", "since"));
        put(&folder, format!("terms/{at}-2.yaml"), of_term(words, at, "Spring 2 2024/25", "after"));
        fs::remove_file(folder.path().join(format!("terms/{at}-gone.yaml"))).unwrap();
        let name: String = words.chars().filter(|c| !c.is_control() && *c != '/').collect();
        put(&folder, format!("terms/{name}.yaml"), of_term(words, at + 2 * all.len(), "Summer 1 2024/25", "new"));
    }
    commit();
    let mut lines = vec![
        "termwise lint each --explained -f markdown".to_owned(),
        "termwise lint terms --explained -f markdown".to_owned(),
        "termwise diff --rev HEAD~1..HEAD -f markdown terms".to_owned(),
    ];
    // One writer writes every view, and one every paper.
    lines.extend(["statements", "priorities"].map(|of| format!("termwise rollup terms --view {of} -f markdown")));
    lines.extend(["thematic", "board"].map(|of| format!("termwise rollup terms --document {of}")));
    let pages: Vec<PathBuf> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let ran = folder.run(line);
            assert!(ran.code <= 1 && ran.out.lines().count() > 20, "{line}: {}{}", ran.out, ran.err);
            let file = folder.path().join(format!("page-{at}"));
            fs::write(&file, ran.out).unwrap();
            file
        })
        .collect();
    let (code, said) = rendered(&python, &pages);
    assert_eq!(code, Some(0), "{lines:#?}\n{said}");
    // What is looked for is found where it is: in the words as they are.
    let raw: Vec<PathBuf> = MARKUP
        .iter()
        .enumerate()
        .map(|(at, words)| {
            let file = folder.path().join(format!("raw-{at}"));
            fs::write(&file, words).unwrap();
            file
        })
        .collect();
    for (file, words) in raw.iter().zip(MARKUP) {
        let (code, said) = rendered(&python, std::slice::from_ref(file));
        // A table and what shows nothing may be a page's own.
        let may_be = words.starts_with('|') || words.starts_with('\n');
        assert_eq!(code, Some(i32::from(!may_be)), "{words}: {said}");
    }
}

/// What stands on pages that is none of theirs.
fn rendered(python: &Path, pages: &[PathBuf]) -> (Option<i32>, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pipelines/rendered.py");
    let ran = Command::new(python).arg(script).args(pages).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
    (ran.status.code(), said)
}

/// A report for a term, with these words wherever it has any, and others beside them that change.
fn of_term(words: &str, at: usize, term: &str, other: &str) -> String {
    let (own, beside) = (quoted(words), quoted(&format!("{words} {other} {words}")));
    // Titles, districts and themes are headings of a page; none of those begins as a forged one does.
    let district = quoted(&format!("Of {words} {at}"));
    let titled = |words: &str| quoted(&format!("Of {words}"));
    let (title, second) = (titled(words), titled(&format!("{words} {other} {words}")));
    format!(
        "district: {district}\nofficers: [{own}, {beside}]\nterm: {term}\npriorities:\n  - title: {title}\n    theme: [{title}]\n    intended_outcomes: \
         [{beside}]\n    activity: [{own}, {beside}, More heads met {other}]\n    planned: [{own}, {beside}]\n    impact: [{beside}]\n    exit_strategy: \
         [{own}]\n  - title: {second}\n    status: handed-over\n    receiver: {own}\n    intended_outcomes: [{own}]\n"
    )
}
