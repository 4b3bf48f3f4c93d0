//! Single awkward reports, each with a size: where time or memory might grow faster than the file.

pub const HEAD: &str =
    "---\ndistrict: Oxmoor\nofficers: [Wren Abbot]\nterm: Spring 2023/24\n---\n\n# Oxmoor: Spring 2023/24\n\n";
const KEYS: &str = "district: Oxmoor\nofficers: [Wren Abbot]\nterm: Spring 2023/24\n";
pub const SECTIONS: [&str; 5] =
    ["Intended outcomes", "Activity last period", "Planned activity next period", "Impact so far", "Exit strategy"];

/// A priority that says something in every section.
pub fn priority(title: &str) -> String {
    let section = |name: &str| format!("### {name}\n\n- The termly briefing was launched with the youth service\n\n");
    format!("## Priority: {title}\n\n{}", SECTIONS.map(section).concat())
}

fn body(text: &str) -> String {
    format!("{HEAD}{}{text}\n", priority("Attendance"))
}

fn numbered(n: usize, line: impl Fn(usize) -> String) -> String {
    (0..n).map(line).collect()
}

/// A name with the ending of its language, a size, and what makes it.
pub type Shape = (&'static str, usize, fn(usize) -> String);

pub fn shapes() -> Vec<Shape> {
    vec![
        ("big.md", 90_000, |n| {
            body(
                &"- The briefing was launched with the service, so that practice can be shared across the district\n"
                    .repeat(n),
            )
        }),
        ("priorities.md", 10_000, |n| format!("{HEAD}{}", numbered(n, |i| priority(&format!("Number {i}"))))),
        ("same-title.md", 10_000, |n| format!("{HEAD}{}", priority("Attendance").repeat(n))),
        ("same-section.md", 20_000, |n| body(&"### Impact so far\n\n- x y z\n\n".repeat(n))),
        ("empty-sections.md", 20_000, |n| body(&"### Impact so far\n\n".repeat(n))),
        ("bullets.md", 50_000, |n| body(&"- x y z\n".repeat(n))),
        ("bare-bullets.md", 5_000_000, |n| body(&"-\n".repeat(n))),
        ("bare-headings.md", 2_500_000, |n| body(&"# a\n".repeat(n))),
        ("bare-priorities.md", 700_000, |n| body(&"## Priority\n".repeat(n))),
        ("bare-sections.md", 700_000, |n| body(&"### Impact\n".repeat(n))),
        ("short-paragraphs.md", 3_000_000, |n| body(&"x\n\n".repeat(n))),
        ("long-line.md", 5_000_000, |n| body(&format!("- {}", "word ".repeat(n / 5)))),
        ("long-word.md", 5_000_000, |n| body(&"w".repeat(n))),
        ("long-title.md", 1_000_000, |n| {
            format!("{HEAD}## Priority: {}\n\n{}", "ab ".repeat(n / 3), "### Impact so far\n\n- x\n\n".repeat(n / 40))
        }),
        ("long-heading.md", 1_000_000, |n| body(&format!("### {}\n\n- x", "ab ".repeat(n / 3)))),
        ("long-status.md", 1_000_000, |n| format!("{HEAD}## Priority: A\nStatus: {}\n", "ab ".repeat(n / 3))),
        ("dashes-in-heading.md", 100_000, |n| format!("# {}\n\n{}", "a-b:c,".repeat(n), priority("A"))),
        ("deep-list.md", 100_000, |n| body(&format!("{}x", "- ".repeat(n)))),
        ("deep-quote.md", 100_000, |n| body(&format!("{}x", "> ".repeat(n)))),
        ("indent-list.md", 600, |n| body(&numbered(n, |i| format!("{}- x\n", "  ".repeat(i))))),
        ("brackets.md", 100_000, |n| body(&format!("{}x{}", "[".repeat(n), "]".repeat(n)))),
        ("emphasis.md", 100_000, |n| body(&"*a **a ".repeat(n / 2))),
        ("stars.md", 100_000, |n| body(&"a***".repeat(n / 4))),
        ("link-open.md", 100_000, |n| body(&"[ (](".repeat(n / 5))),
        ("reference-bomb.md", 3_000, |n| body(&format!("[x]: {}\n\n{}", "x".repeat(n), "[x] ".repeat(n)))),
        ("backticks.md", 2_000, |n| body(&numbered(n / 2, |i| format!("e{}", "`".repeat(i))))),
        ("link-definitions.md", 20_000, |n| {
            body(&format!("{}\n{}", numbered(n, |i| format!("[r{i}]: /u\n")), numbered(n, |i| format!("[r{i}] "))))
        }),
        ("html-open.md", 100_000, |n| body(&format!("x <!{}", "<a ".repeat(n)))),
        ("lines.md", 100_000, |n| body(&"word word\n".repeat(n))),
        ("typed-bullets.md", 50_000, |n| body(&"\u{2022} **one** two\n".repeat(n))),
        ("labels.md", 50_000, |n| format!("{HEAD}{}", "Status: *ongoing*\n".repeat(n))),
        ("wide-table.md", 2_500, |n| {
            body(&format!("|{}\n|{}\n{}", "a|".repeat(n), "-|".repeat(n), "|a|\n".repeat(n * 100)))
        }),
        ("table-of-labels.md", 50_000, |n| {
            format!("{HEAD}|{}\n|{}\n|{}\n", "Impact so far|".repeat(n), "-|".repeat(n), "TBC|".repeat(n))
        }),
        ("table-of-priorities.md", 50_000, |n| {
            format!("{HEAD}|Priority|Impact so far|\n|-|-|\n{}", "|Title|TBC|\n".repeat(n))
        }),
        ("unknown-headings.md", 20_000, |n| body(&numbered(n, |i| format!("### Unknown {i}\n\n- x\n\n")))),
        ("outside.md", 50_000, |n| body(&format!("## Unplaced\n\n{}", "- x y\n".repeat(n)))),
        ("front-matter.md", 20_000, |n| {
            HEAD.replacen("\n---\n\n#", &format!("\n{}---\n\n#", numbered(n, |i| format!("k{i}: v\n"))), 1)
        }),
        ("goes-on.txt", 100_000, |n| {
            format!("Priority: A\nImpact so far\nSome words\n{}", "and so on we go\n".repeat(n))
        }),
        ("goes-on-in-bullet.txt", 100_000, |n| {
            format!("Priority: A\nImpact so far\n- Some\n{}", "  and so on we go\n".repeat(n))
        }),
        ("titles.txt", 100_000, |n| format!("{}Impact so far\n- x\n", numbered(n, |i| format!("Line number {i}\n")))),
        ("bullets.txt", 2_500_000, |n| format!("Priority: A\nImpact so far\n{}", "- x\n".repeat(n))),
        ("labels.txt", 700_000, |n| "Impact so far\n".repeat(n)),
        ("priorities.yaml", 10_000, |n| {
            format!("{KEYS}priorities:\n{}", numbered(n, |i| format!("  - title: Number {i}\n")))
        }),
        ("bare-priorities.yaml", 80_000, |n| format!("{KEYS}priorities: [{}]\n", "{},".repeat(n))),
        ("deep-flow.yaml", 100_000, |n| format!("{KEYS}priorities: {}{}\n", "[".repeat(n), "]".repeat(n))),
        ("deep-block.yaml", 700, |n| {
            format!("{KEYS}priorities:\n{}", numbered(n, |i| format!("{}a:\n", " ".repeat(i + 1))))
        }),
        ("deep-map.yaml", 60_000, |n| "{a: ".repeat(n)),
        ("keys.yaml", 20_000, |n| format!("{KEYS}{}", numbered(n, |i| format!("k{i}: v\n")))),
        ("flow-keys.yaml", 20_000, |n| format!("{{{}}}", numbered(n, |i| format!("k{i}: v, ")))),
        ("anchors.yaml", 10_000, |n| numbered(n, |i| format!("k{i}: &a{i} !t x\n"))),
        ("errors.yaml", 20_000, |n| "a: *b\n".repeat(n)),
        ("open-documents.yaml", 20_000, |n| "---\na: [\n".repeat(n)),
        ("districts.yaml", 5_000, |n| {
            numbered(n, |i| match i < n / 2 {
                true => format!("---\ndistrict: D{i}\nterm: Autumn 1950/51\n"),
                false => format!("---\ndistrict: A\nterm: Spring {}\n", 1951 + i % 148),
            })
        }),
        ("continues.yaml", 4_000, |n| {
            format!(
                "district: D\nterm: Autumn 2023/24\npriorities:\n{}---\ndistrict: D\nterm: Spring 2023/24\npriorities:\n - title: x\n   continues: [{}]\n",
                numbered(n, |i| format!(" - title: a{i}\n")),
                numbered(n, |i| format!("b{i}, "))
            )
        }),
        ("aliases.yaml", 9, |_| {
            format!(
                "a0: &a0 [x,x,x,x,x,x,x,x,x]\n{}",
                (1..9)
                    .map(|i| {
                        let before = i - 1;
                        format!("a{i}: &a{i} [{}]\n", vec![format!("*a{before}"); 9].join(","))
                    })
                    .collect::<String>()
            )
        }),
        ("padded-aliases.yaml", 9, |_| {
            format!("{}a0: &a [x,x,x,x,x,x,x,x,x]\nb: [{}]\n", "# pad\n".repeat(20_000), "*a,".repeat(9_000))
        }),
    ]
}

/// The same few bytes over and over, as often as a file of the largest size holds them: what the parser, or a rule, may
/// take room or time for again each time.
pub const REPEATED: &[(&str, &str)] = &[
    ("words", "a "),
    ("line", "word "),
    ("addresses", "a@b "),
    ("stars", "a***"),
    ("emphasis", "*a **a "),
    ("brackets", "["),
    ("links", "[a](b) "),
    ("autolinks", "<http://a.b> "),
    ("tags", "<b>x</b> "),
    ("ticks", "`a` "),
    ("entities", "&amp;"),
    ("escapes", "\\*"),
    ("plus-lists", "+ "),
    ("number-lists", "1. "),
    ("quotes", "> "),
    ("quoted-lists", "> + "),
    ("linked-bullets", "- [a](b)\n"),
    ("found-bullets", "- TBC by May <insert name>\n"),
    ("comments", "<!-- termwise: explain vague-date: x -->\n"),
    ("open-comments", "<!-- x\n"),
    ("accents", "\u{e9}\u{301} "),
];

/// Files of nearly `file` bytes, and of nearly `yaml` bytes of YAML: what is repeated, tables, priorities, and blocks of
/// keys at the top of a Markdown file.
pub fn largest(file: usize, yaml: usize) -> Vec<(String, String)> {
    let yaml = yaml - 100;
    let head = format!("{HEAD}{}", priority("Attendance"));
    let filled = |unit: &str| format!("{head}{}\n", unit.repeat(file.saturating_sub(head.len()) / unit.len()));
    let front = |keys: String| format!("---\n{KEYS}{keys}\n---\n\n{}", priority("Attendance"));
    let many = |unit: &str| unit.repeat((yaml - KEYS.len()) / unit.len());
    let mut all: Vec<(String, String)> =
        REPEATED.iter().map(|(name, unit)| (format!("{name}.md"), filled(unit))).collect();
    all.extend([
        ("table.md".to_owned(), filled("|x|y|z|\n").replacen("|x|y|z|\n", "|a|b|c|\n|-|-|-|\n", 1)),
        ("named-priorities.md".to_owned(), {
            let one = |i: usize| format!("## Priority: N{i}\n\n");
            format!("{HEAD}{}", numbered(file / one(999_999).len(), one))
        }),
        ("plain-words.txt".to_owned(), format!("Priority: A\nImpact so far\n{}", "a ".repeat(file / 2))),
        ("front-aliases.md".to_owned(), front(format!("x: &a [1]\nb: [{}]", many("*a,")))),
        ("front-groups.md".to_owned(), front(format!("b: [{}]", many("{a: b},")))),
        ("front-empty-groups.md".to_owned(), front(format!("b: [{}]", many("{},")))),
        ("front-deep.md".to_owned(), front(format!("b: {}", many("{a: ")))),
        ("front-comments.md".to_owned(), front(many("# termwise: explain a: b\n"))),
        ("empty-priorities.yaml".to_owned(), format!("{KEYS}priorities: [{}]\n", many("{},"))),
        ("reports.yaml".to_owned(), "---\na: b\n".repeat(yaml / 9)),
    ]);
    all
}

/// Settings that nobody means well with, and the exit code where it can be only one.
pub fn settings() -> Vec<(&'static str, String, Option<i32>)> {
    let bomb: String =
        (1..9).map(|i| format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 9].join(","))).collect();
    let lists = |key: &str, n: usize, line: fn(usize) -> String| format!("{key}:\n{}", numbered(n, line));
    let globs = |glob: &str, n: usize| {
        format!(
            "overrides:\n  - paths:\n{}    rules: {{section-order: off}}\n",
            format!("      - '{glob}'\n").repeat(n)
        )
    };
    vec![
        ("alias bomb", format!("{}a0: &a0 [x]\n{bomb}", "# pad\n".repeat(13_000)), Some(2)),
        ("deep lists", format!("districts: {}{}\n", "[".repeat(60_000), "]".repeat(60_000)), Some(2)),
        ("deep keys", "{a: ".repeat(60_000), Some(2)),
        ("a megabyte", lists("districts", 60_000, |i| format!("  - District {i}\n")), Some(2)),
        ("10,000 districts", lists("districts", 10_000, |i| format!("  - District {i}\n")), Some(2)),
        ("one district 10,000 times", lists("districts", 10_000, |_| "  - Same\n".into()), Some(2)),
        ("10,000 labels", lists("labels:\n  district", 10_000, |i| format!("    - Label {i}\n")), Some(2)),
        (
            "one label 10,000 times",
            format!("labels:\n  district: [{0}]\n  officers: [{0}]\n", "x,".repeat(10_000)),
            Some(2),
        ),
        ("10,000 sections", lists("sections", 10_000, |i| format!("  - Section {i}\n")), None),
        ("5,000 prefixes", lists("sections:\n- heading: A\n  prefixes", 5_000, |i| format!("    - Pre {i}\n")), None),
        ("unknown keys", numbered(20_000, |i| format!("k{i}: v\n")), Some(2)),
        ("unknown rules", lists("rules", 20_000, |i| format!("  r{i}: off\n")), Some(2)),
        ("long key", format!("{}: x\n", "k".repeat(100_000)), Some(2)),
        ("long words", format!("path: '{}'\n", "{district}-".repeat(20_000)), Some(2)),
        ("placeholders", format!("path: '{}'\n", "{any}/".repeat(150)), Some(2)),
        ("glob braces", globs(&"{a,b}".repeat(190), 100), None),
        ("glob stars", globs(&"**/".repeat(300), 100), None),
        ("glob classes", globs(&"[a-z]*".repeat(160), 100), None),
        ("too many globs", globs("a*", 5_000), Some(2)),
        ("nested globs", globs(&format!("{}x{}", "{".repeat(400), "}".repeat(400)), 10), None),
        ("terms", lists("terms:\n  expected", 10_000, |i| format!("    - Autumn {}\n", 1901 + i % 90)), Some(2)),
        ("controls", "\u{1b}[31mdistricts: x\n".to_owned(), Some(2)),
        ("escaped controls", "\"\\e[31m\\u202edistricts\": x\n".to_owned(), Some(2)),
        ("zeros", "\0".repeat(100), Some(2)),
    ]
}
