//! Reports, names, keys and settings that try to drive a terminal, a runner or a browser: T11 to T16 of what is feared.

use super::{FORMATS, json_of, put, reports};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::ffi::OsString;
use std::process::Command;

/// What is put everywhere that words can stand.
pub(super) const WORDS: &[&str] = &[
    "\u{1b}[31mred\u{1b}[0m",
    "\u{1b}]52;c;aGk=\u{7}",
    "\u{1b}]8;;http://x.example\u{1b}\\link",
    "\u{9b}2Jgone\u{8}\u{7f}",
    "::error file=forged.md,line=1::forged",
    "::stop-commands::token",
    "##[error]forged",
    "##vso[task.complete result=Succeeded;]forged",
    "%0A::error::forged%0D",
    "%AZP0A##vso[task.setvariable variable=PATH]x",
    "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>",
    "]]> <!-- & &amp; \"quoted\" 'quoted' ` | @everyone #1",
    "[link](javascript:alert(1)) ![image](http://x.example/y.png) https://x.example",
    "\u{202e}fdp\u{2066}\u{200f}\u{e0041}\u{e007f}\u{feff}\u{200b}",
    "\u{fffe}\u{ffff}\u{2028}\u{2029}\u{85}",
    "=cmd|' /C calc'!A1",
    "{{7*7}} ${IFS} $(id) `id` ${{ github.token }}",
];

#[test]
fn no_words_of_a_report_are_a_command_or_markup() {
    let folder = reports("hostile");
    for (at, words) in WORDS.iter().enumerate() {
        put(&folder, format!("words-{at}.md"), markdown(words, at));
        put(&folder, format!("words-{at}.yaml"), yaml(words, at));
        put(&folder, format!("words-{at}.txt"), plain(words, at));
    }
    let pages = every_format_is_safe(&folder, &["."], FORMATS);
    assert!(pages.iter().all(|page| page.lines().count() > 20), "nothing was found that could do harm");
}

#[test]
fn no_settings_are_a_command_or_markup() {
    let folder = reports("settings");
    for (at, _) in WORDS.iter().enumerate() {
        put(&folder, format!("words-{at}.md"), markdown("plain", at));
    }
    let all: Vec<String> = WORDS.iter().map(|words| quoted(words)).collect();
    let each = |line: &dyn Fn(usize, &str) -> String| -> String {
        all.iter().enumerate().map(|(at, words)| line(at, words)).collect()
    };
    let settings = format!(
        "labels:\n  impact: [{}]\ndistricts:\n{}themes:\n{}rules:\n  report-missing: query\nterms:\n  expected: [Spring 2024/25, \
         Summer 2024/25]\n",
        all.join(", "),
        each(&|at, words| format!("  - name: {words}\n    aliases: [North {at}]\n")),
        each(&|at, words| format!("  {words}: [absence{at}]\n")),
    );
    put(&folder, "termwise.yaml", settings);
    let pages = every_format_is_safe(&folder, &["."], FORMATS);
    assert!(
        pages.iter().all(|page| page.lines().count() > 20),
        "the settings are in order, and reports are judged by them"
    );
    // Whatever stands where a setting is looked for, what is said of it goes to standard error, in every format.
    for words in &all {
        for faulty in
            [format!("{words}: x\n"), format!("rules:\n  {words}: {words}\n"), format!("districts: {words}\n")]
        {
            put(&folder, "termwise.yaml", faulty);
            assert_eq!(every_format_is_safe(&folder, &["."], FORMATS.get(..1).unwrap()), [""]);
        }
    }
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_is_a_command_or_markup() {
    use std::os::unix::ffi::OsStringExt;
    let folder = reports("names");
    let mut names: Vec<OsString> =
        WORDS.iter().map(|words| OsString::from(format!("{}.md", words.replace('/', "_")))).collect();
    names.extend(["a\n::error::forged\n.md", "a\r::error::forged.md", "--output=x.md", "-f.md"].map(OsString::from));
    names.push(OsString::from_vec(b"not\xff\xfeutf-8 ::error::.md".to_vec()));
    for (at, name) in names.iter().enumerate() {
        put(&folder, name, markdown("plain", at));
        put(&folder, std::path::Path::new("unread").join(name), "---\ndistrict: [\n---\n\n## Priority: A\n");
    }
    let pages = every_format_is_safe(&folder, &["."], FORMATS);
    let json = json_of(&pages[FORMATS.iter().position(|(format, _)| *format == "json").unwrap()]);
    let inexact = json["inexact_paths"].as_array().unwrap();
    assert!(
        inexact.iter().all(|path| path.as_str().unwrap().contains('\u{fffd}')) && inexact.len() == 2,
        "{inexact:?}"
    );
    for name in &names {
        // Named one by one, and not there: an error that names it.
        let dashed = std::path::Path::new(".").join(name).into_os_string();
        let mut gone = name.clone();
        gone.push(".gone");
        let paths = [OsString::from("--"), dashed, gone];
        let logs: Vec<_> = FORMATS.iter().copied().filter(|(format, _)| ["github", "azure"].contains(format)).collect();
        every_format_is_safe(&folder, &paths, &logs);
    }
}

/// Runs `lint` in these formats, to standard output and to a file, and looks at every byte; gives what is printed.
fn every_format_is_safe(
    folder: &super::Folder,
    paths: &[impl AsRef<std::ffi::OsStr>],
    formats: &[(&str, &str)],
) -> Vec<String> {
    let mut printed = Vec::new();
    for (format, ending) in formats {
        let file = folder.path().join(format!("page.{ending}.out"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_termwise"));
        command.current_dir(folder.path()).env_clear().args(["lint", "--explained", "-f", format, "--output"]);
        let output = command.arg(format!("{format}={}", file.display())).args(paths).output().unwrap();
        assert!(matches!(output.status.code(), Some(0..=2)), "{format}: {output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        log(&said, format);
        let mut pages = vec![String::from_utf8(output.stdout).unwrap()];
        pages.extend(std::fs::read(&file).ok().map(|bytes| String::from_utf8(bytes).unwrap()));
        for page in pages.iter().filter(|page| !page.is_empty()) {
            look(format, page);
        }
        _ = std::fs::remove_file(file);
        printed.extend(pages.into_iter().next());
    }
    printed
}

fn look(format: &str, page: &str) {
    quiet(page, format);
    match format {
        // Whatever a format is for, somebody prints it into a log.
        _ if !["github", "azure"].contains(&format) => log(page, format),
        _ => {}
    }
    match format {
        "text" | "concise" => {}
        "json" | "sarif" | "gitlab" => _ = json_of(page),
        "jsonl" => page.lines().for_each(|line| _ = json_of(line)),
        "github" => github(page),
        "azure" => azure(page),
        "junit" => tags(page, &["?xml", "testsuites", "testsuite", "testcase", "failure", "skipped", "error"]),
        "markdown" => words_only(page),
        "html" => {
            let own = "!DOCTYPE html head meta title style body main h1 h2 h3 p ul li strong div table thead tr th tbody td wbr b";
            tags(page, &own.split(' ').collect::<Vec<_>>());
            assert_eq!(page.matches("<style>").count(), 1);
        }
        _ => panic!("{format}"),
    }
    if format == "sarif" {
        let log = json_of(page);
        let uris = log["runs"][0]["results"].as_array().unwrap().iter();
        for uri in uris.map(|one| one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap())
        {
            assert!(uri.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"\\^`{|}:".contains(&b)), "{uri}");
            assert!(!uri.starts_with('/'), "{uri}");
        }
    }
}

/// Nothing that drives a terminal, reorders a line or hides in it.
fn quiet(page: &str, format: &str) {
    let loud = page.chars().find(|c| *c != '\n' && termwise::render::is_hidden(*c));
    assert_eq!(loud, None, "{format}: {page}");
}

/// No line of a log is a runner's command.
fn log(page: &str, format: &str) {
    quiet(page, format);
    for line in page.lines() {
        let begins = line.trim_start().strip_prefix("::").is_some_and(|rest| rest.contains("::"));
        assert!(!begins && !commands(line), "{format}: {line}");
    }
}

/// Whether a line holds `##[name]` or `##name[`.
fn commands(line: &str) -> bool {
    line.match_indices("##").any(|(at, _)| {
        let rest = line[at..].trim_start_matches('#').trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        rest.starts_with('[')
    })
}

/// Every line is one command of ours, its properties plain.
fn github(page: &str) {
    for line in page.lines() {
        let kind = ["::error ", "::warning ", "::notice "].iter().find_map(|kind| line.strip_prefix(kind));
        let (about, words) = kind.unwrap_or_else(|| panic!("no command of ours: {line}")).split_once("::").unwrap();
        for property in about.split(',') {
            let (name, value) = property.split_once('=').unwrap();
            assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&name), "{line}");
            assert!(!value.contains(':') && !value.contains('\r'), "{line}");
        }
        let own = words.replace("%25", "").replace("%0AAt: ", "").replace("%0AWhat to do: ", "");
        assert!(!own.contains('%') && !commands(line), "{line}");
    }
}

/// Every line is a command of ours, or a note, and holds no other command.
fn azure(page: &str) {
    for line in page.lines() {
        let rest = line.strip_prefix("##vso[task.logissue type=").or_else(|| line.strip_prefix("note["));
        let rest = rest.unwrap_or_else(|| panic!("no command of ours: {line}"));
        assert!(!commands(rest), "{line}");
        let (about, words) = rest.split_once(']').unwrap();
        if !line.starts_with("note[") {
            assert!(about.split(';').skip(1).all(|property| property.split_once('=').is_some()), "{line}");
            assert!(!words.replace("%AZP25", "").contains('%'), "{line}");
        }
    }
}

/// Every `<` opens or closes one of our own tags.
fn tags(page: &str, own: &[&str]) {
    for (at, _) in page.match_indices('<') {
        let rest = page[at + 1..].trim_start_matches('/');
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '!' | '?')).collect();
        assert!(own.contains(&name.as_str()), "<{name}: {}", rest.chars().take(80).collect::<String>());
        let tag = rest.split('>').next().unwrap();
        let asks = [" src=", " href=", " style=", " onerror=", " onload="].iter().any(|name| tag.contains(name));
        assert!(!asks || tag.contains('"') && tag.starts_with("test") || tag.contains("message=\""), "{tag}");
    }
}

/// A page in Markdown is words, headings and lists: no markup of a report's, no link and no picture.
fn words_only(page: &str) {
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                assert!(matches!(html.trim(), "<!-- -->" | "<!-- written by termwise -->"), "{html}");
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock | Tag::CodeBlock(_)) => {
                assert!(page.trim_end().ends_with("<!-- written by termwise -->"), "{event:?}");
                if !matches!(event, Event::Start(Tag::HtmlBlock)) {
                    panic!("{event:?}");
                }
            }
            _ => {}
        }
    }
}

/// Words as a scalar of YAML, whatever is in them.
pub(super) fn quoted(words: &str) -> String {
    let mut text = "\"".to_owned();
    for c in words.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            c if c.is_ascii() && !c.is_control() => text.push(c),
            c => text += &format!("\\U{:08x}", u32::from(c)),
        }
    }
    text + "\""
}

pub(super) fn markdown(words: &str, at: usize) -> String {
    format!(
        "---\ndistrict: {}\nofficers: [{}]\nterm: Spring 2 2024/25\n---\n\n# {words}: Summer 1 2024/25\n\n## Priority: {words} {at}\nStatus: {words}\n\
         Theme: {words}\n\n### {words} Planed\n- {words}\n\n### Activity last period\n{words} on the 19th, TBC\n\
         <!-- termwise: explain vague-date: {words} -->\n\n### Imapct\n- {words}\n\n## Priority: {words} {at}\n",
        quoted(words),
        quoted(words)
    )
}

pub(super) fn yaml(words: &str, at: usize) -> String {
    let words = quoted(words);
    format!(
        "district: {words}\nofficers: [{words}]\nterm: {words}\n{words}: {words}\npriorities:\n  - title: {words}\n    id: a{at}\n    status: {words}\n    \
         {words}: x\n    activity: [{words}, TBC]\n    continues: [{words}]\n"
    )
}

pub(super) fn plain(words: &str, at: usize) -> String {
    format!(
        "District: {words} {at}\nOfficers: {words}\nTerm: Spring {words}\n\n{words}\n\nIntended outcomes\n{words}\n\nActivity last period\n\
         {words} TBC on the 19th\nExplain placeholder-text: {words}\n"
    )
}
