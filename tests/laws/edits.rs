//! Every example and fixture, and random edits of them.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::path::{Path, PathBuf};

/// How many edits each law is tried on, and no files of failures.
pub fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    // The same edits every time, so that a change is judged by what it does; who asks for a number of cases
    // gets others each time.
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(2024) };
    ProptestConfig { cases: asked.unwrap_or(96), failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

/// Every report of the examples and fixtures, by name.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    ["examples", "fixtures"].iter().for_each(|folder| gather(&root.join(folder), &mut files));
    files.sort();
    let named = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read(&path).unwrap())
    };
    let all: Vec<_> = files.into_iter().map(named).collect();
    assert!(all.len() > 10, "the examples are not where they were");
    all
}

/// Files beside the inputs: what is expected of them.
const NO_INPUT: &[&str] = &["termwise.yaml", "expected.txt", "diff.txt", "rollup.txt", "convert.md", "convert.yaml"];

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["fixed", "ci", "pages"].contains(&name.as_str()) {
            gather(&path, files);
        } else if path.is_file()
            && termwise::outline::Language::of(&name).is_some()
            && !NO_INPUT.contains(&name.as_str())
        {
            files.push(path);
        }
    }
}

/// Any bytes under the name of any language.
pub fn any_bytes() -> impl Strategy<Value = (String, Vec<u8>)> {
    let name = prop::sample::select(&["x.md", "x.yaml", "x.txt"][..]);
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        prop::collection::vec(prop::sample::select(WORDS), 0..40).prop_map(|words| words.concat().into_bytes()),
        prop::collection::vec(prop::sample::select(WORDS), 0..40).prop_map(|words| words.join("\n").into_bytes()),
    ];
    (name.prop_map(str::to_owned), bytes)
}

/// A sample of text, edited at random.
pub fn edited() -> impl Strategy<Value = (String, String)> {
    (prop::sample::select(texts()), edits()).prop_map(|((name, text), edits)| (name, apply(&text, &edits)))
}

/// A sample of text, and two edits of it.
pub fn edited_twice() -> impl Strategy<Value = (String, String, String)> {
    (prop::sample::select(texts()), edits(), edits())
        .prop_map(|((name, text), one, other)| (name, apply(&text, &one), apply(&text, &other)))
}

/// A report of a few statements that are much like each other.
pub fn statements() -> impl Strategy<Value = String> {
    let of = |words: &'static [&'static str]| prop::sample::select(words);
    let whom = of(&["heads", "staff", "governors"]);
    let who = of(&["Met", "Visited", "Trained"]);
    let of_what = of(&["Dray Primary", "Dray Juniors", "Oakhill Primary", "Oakhill Juniors"]);
    let statement = (who, whom, of_what).prop_map(|(did, whom, of)| format!("- {did} the {whom} of {of}\n"));
    prop::collection::vec(statement, 1..8).prop_map(|statements| {
        format!("# Northmoor: Spring 2 2023/24\n\n## Priority: Reading\n\n### Activity\n\n{}", statements.concat())
    })
}

fn texts() -> Vec<(String, String)> {
    samples().into_iter().filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?))).collect()
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(edit(), 0..8)
}

fn apply(text: &str, edits: &[Edit]) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    edits.iter().for_each(|edit| edit.apply(&mut lines));
    lines.concat()
}

/// A termwise.yaml of the examples and fixtures, edited at random.
pub fn settings() -> impl Strategy<Value = String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root.join("fixtures")).unwrap().map(|e| e.unwrap().path()).collect();
    folders.push(root.join("examples"));
    folders.sort();
    let texts: Vec<String> =
        folders.iter().filter_map(|f| std::fs::read_to_string(f.join("termwise.yaml")).ok()).collect();
    assert!(texts.len() > 5, "the settings are not where they were");
    (prop::sample::select(texts), edits()).prop_map(|(text, edits)| apply(&text, &edits))
}

/// A sample of text, its items given other words and marks, and put elsewhere: what officers do to a report.
pub fn reworded() -> impl Strategy<Value = (String, String)> {
    let at = any::<prop::sample::Index>;
    let edits = prop::collection::vec((at(), at(), prop::sample::select(MARKS)), 0..8);
    let openings = prop::collection::vec((at(), prop::sample::select(OPENINGS)), 0..3);
    (prop::sample::select(texts()), edits, openings).prop_map(|((name, text), edits, openings)| {
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        let is_item = |line: &&mut String| line.trim_start().starts_with(['-', '\u{2022}']) && line.len() > 60;
        for (line, inside, mark) in edits {
            let mut items: Vec<&mut String> = lines.iter_mut().filter(is_item).collect();
            if items.is_empty() {
                continue;
            }
            let count = items.len();
            let line = &mut items[line.index(count)];
            let places: Vec<usize> = line.char_indices().map(|(at, _)| at).filter(|at| (20..50).contains(at)).collect();
            line.insert_str(places[inside.index(places.len())], mark);
        }
        for (line, opening) in openings {
            let mut items: Vec<&mut String> = lines.iter_mut().filter(is_item).collect();
            if items.is_empty() {
                continue;
            }
            let count = items.len();
            let line = &mut items[line.index(count)];
            let bullet = line.find(|c: char| !c.is_whitespace() && c != '-' && c != '\u{2022}').unwrap_or(0);
            line.insert_str(bullet, opening);
        }
        (name, lines.concat())
    })
}

/// What may open a block, or look as if it did, at the beginning of an item: HTML of each of CommonMark's seven kinds.
const OPENINGS: &[&str] = &[
    "<b>so</b> ",
    "<b>",
    "</b>",
    "<B class=\"x\">so</B> ",
    "<span>so</span>, ",
    "<br>",
    "<br/> ",
    "<pre>",
    "<pre>so</pre> ",
    "<script>so</script> ",
    "<style>",
    "<textarea>",
    "<!-- so --> ",
    "<!-- so",
    "<!--> ",
    "<?so so?> ",
    "<?so ",
    "<!SO so> ",
    "<![CDATA[so]]> ",
    "<div>so</div> ",
    "<div>",
    "</div>",
    "<p>*so*</p> ",
    "<title>so</title> ",
    "<insert date> ",
    "<insert ",
    "<http://x.y> ",
    "<a@b.c> ",
    "< ",
    "\\<b> ",
    "&lt;b> ",
];

/// Marks and words inside a sentence.
const MARKS: &[&str] = &[
    "*",
    "**",
    "_",
    "`",
    "~~",
    " *so* ",
    " **so** ",
    " `code` ",
    " ~~old~~ ",
    "[link](http://x.y)",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "&",
    "&amp;",
    "&#8217;",
    "\\",
    "\\*",
    "|",
    "#",
    " # note",
    ": ",
    ":",
    "\"",
    "'",
    "\u{2019}",
    "\u{201c}so\u{201d}",
    "\u{2013}",
    " - ",
    "- ",
    "\u{2022} ",
    "1. ",
    "{#mid}",
    "{",
    "}",
    "@",
    "%",
    "!",
    "![",
    "\u{a0}",
    "\u{e9}",
    "e\u{301}",
    "\u{1f469}\u{200d}\u{1f3eb}",
    "\u{202e}",
    "\u{200b}",
    "\u{ad}",
    "\u{1b}",
    "TBC",
    "[TBC]",
    "<insert date>",
    "<br>",
    "<b>",
    "2023/24",
    "Spring 2 2023/24",
    "Q3",
    "Exit strategy",
    "Status: closed",
    "null",
    "~",
    "==",
    "--",
    "...",
    "::error::",
    "http://x.y/z?a=1&b=2",
    "a@b.c",
    "$",
    "=",
];

#[derive(Clone, Debug)]
enum Edit {
    Delete(prop::sample::Index),
    Repeat(prop::sample::Index, prop::sample::Index),
    Swap(prop::sample::Index, prop::sample::Index),
    Line(prop::sample::Index, &'static str),
    Within(prop::sample::Index, prop::sample::Index, &'static str),
    Indent(prop::sample::Index, usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<prop::sample::Index>;
    let word = || prop::sample::select(WORDS);
    prop_oneof![
        at().prop_map(Edit::Delete),
        (at(), at()).prop_map(|(a, b)| Edit::Repeat(a, b)),
        (at(), at()).prop_map(|(a, b)| Edit::Swap(a, b)),
        (at(), word()).prop_map(|(a, word)| Edit::Line(a, word)),
        (at(), at(), word()).prop_map(|(a, b, word)| Edit::Within(a, b, word)),
        (at(), 1..9usize).prop_map(|(a, by)| Edit::Indent(a, by)),
    ]
}

impl Edit {
    fn apply(&self, lines: &mut Vec<String>) {
        if lines.is_empty() {
            return;
        }
        let count = lines.len();
        match self {
            Edit::Delete(at) => _ = lines.remove(at.index(count)),
            Edit::Repeat(from, to) => {
                let line = lines[from.index(count)].clone();
                lines.insert(to.index(count), line);
            }
            Edit::Swap(a, b) => lines.swap(a.index(count), b.index(count)),
            Edit::Line(at, word) => lines.insert(at.index(count), format!("{word}\n")),
            Edit::Within(at, inside, word) => {
                let line = &mut lines[at.index(count)];
                let places: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
                let place = if places.is_empty() { 0 } else { places[inside.index(places.len())] };
                line.insert_str(place, word);
            }
            Edit::Indent(at, by) => lines[at.index(count)].insert_str(0, &" ".repeat(*by)),
        }
    }
}

/// What stands in the reports of people, and what stands in nobody's.
const WORDS: &[&str] = &[
    "# Northmoor: Spring 2 2023/24",
    "## Priority: Reading",
    "## Priority",
    "Priority 2 - Belonging",
    "### Activity",
    "### Intended outcomes - linked to the plan",
    "### Impact so far:",
    "#### Deeper",
    "### Unknown heading",
    "**Exit strategy**",
    "**District:** Eastvale",
    "**Impact so far:** it fell",
    "Planned Activity Next Period",
    "ACTIVITY LAST PERIOD",
    "activity-last-period:",
    "intended_outcomes:",
    "Exit strategy",
    "exit_strategy: none",
    "Status: on hold",
    "Status: nonsense",
    "Id: x",
    "Continues: a, b; c",
    "Theme: Attendance, Reading",
    "Receiver: The network",
    "Explain section-empty: known",
    "District: Saltmarsh",
    "Officers: A & B, C and D",
    "Term: Summer",
    "term: {season: spring, academic_year: 2023/24, month: March}",
    "priorities:",
    "- title: New",
    "  - title: New",
    "    impact:",
    "      - {text: words, id: y}",
    "      - text: words",
    "        children: [a, b]",
    "Submitted: 2024-03-28",
    "Unplaced",
    "## Unplaced",
    "---",
    "...",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "1) ",
    "a) ",
    "- x",
    "  - y",
    "      - z",
    "> quoted",
    "> - quoted",
    "\u{2022} typed",
    "\u{2022}\ttyped",
    "o\u{a0}typed",
    "\u{2013} dash",
    "| a | b |",
    "| --- | --- |",
    "| District | Northmoor |",
    "|Priority|Impact so far|\n|-|-|\n|T|x|\n|U|TBC|",
    "|",
    "```",
    "~~~",
    "    code",
    "<!-- termwise: explain section-missing: because -->",
    "<!-- termwise:",
    "-->",
    "<!-- other -->",
    "# termwise: explain section-missing: because",
    " # note",
    "# note",
    "{#id}",
    "{#",
    "}",
    "&amp;",
    "&#8217;",
    "&nbsp;",
    "&",
    "<br>",
    "<b>bold</b>",
    "<insert date>",
    "<",
    ">",
    "[TBC]",
    "[link](http://x.y)",
    "[ref]",
    "[ref]: http://x.y",
    "![alt](x.png)",
    "`code`",
    "*",
    "**",
    "_",
    "__",
    "~~gone~~",
    "***both***",
    "\\",
    "\\*",
    "'",
    "\"",
    "\u{2018}",
    "\u{201d}",
    ":",
    ": ",
    "::error::x",
    "##[error]x",
    "&anchor ",
    "*alias",
    "!tag ",
    "<<: *a",
    "? key",
    "key: |",
    "key: >-",
    "  folded",
    "[",
    "]",
    "{",
    "{a: b}",
    "[a, b",
    ", ",
    "- - - x",
    "null",
    "~",
    "yes",
    "2023/24",
    "Spring 2 2023/24",
    "Autumn 1 2024",
    "Spring 1 - Summer 2 2024",
    "Q3 2023/24",
    "March 2024",
    "2023/25",
    "Term 4",
    "Spring 3 2024",
    "TBC",
    "None",
    "n/a",
    "....",
    "xxx",
    "lorem ipsum dolor",
    "In this term we have:",
    "What difference has this made?",
    "\u{a0}",
    "\u{202e}",
    "\u{200d}",
    "\u{200b}",
    "\u{1f469}\u{200d}\u{1f3eb}",
    "e\u{301}",
    "\u{e9}",
    "\u{df}",
    "\u{130}",
    "\u{feff}",
    "\u{1b}[31m",
    "\u{7}",
    "\0",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "  \n",
    "\\\n",
    "\u{85}",
    "\u{2028}",
    "\u{c}",
    "averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword",
];
