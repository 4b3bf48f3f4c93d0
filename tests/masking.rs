//! What names somebody is in no output: the labelled lines of `tests/disclosure` are planted in reports of two terms,
//! every command writes every format, and none of it holds a planted number, name, date or contact. What people asked
//! for in their own words, `convert` and `--fix`, holds them all.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on says so"
)]

use clap::ValueEnum;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use termwise::cli::{DiffFormat, FindingsFormat, PageFormat, View};
use termwise::form::Form;
use termwise::load::{Input, load};
use termwise::render::document::BUILT_IN;
use termwise::source::{Kind, SourceId};

/// A paper of every priority, with all that it says.
const EVERYTHING: &str = "# All\n\n{% for d in districts %}\n## {{ d.name }}{{ d.officers | tags }}\n{% for p in d.priorities %}\n\
    ### {{ p.title }}\n{{ p.status }} {{ p.receiver }} {{ p.themes | listed }}\n\n{% for one in p.outcomes + p.activity + \
    p.planned + p.impact + p.exit + p.life + p.earlier_titles %}\n- {{ one }}\n{% endfor %}\n\n{% for f in p.figures %}\n\
    - {{ f.earlier }}; {{ f.later }}\n{% endfor %}\n{% endfor %}\n{% endfor %}\n";

/// What is planted: its letters and digits alone, and those of the words around it where it is short.
struct Secret {
    /// As it stands, to be told of.
    words: String,
    /// What no output may hold.
    bare: Vec<String>,
}

/// The letters and digits of a text, in lower case: marks may be written in many ways.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A report of every labelled line of a kind, each by itself, and its secrets.
fn planted(kind: Kind, name: &str, term: &str) -> (String, Vec<Secret>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/disclosure/development/{name}.jsonl"));
    let mut sections: BTreeMap<&str, String> = BTreeMap::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        if line["positive"] == true {
            let section = match line["section"].as_str().unwrap() {
                "Intended outcomes" => "Intended outcomes",
                "Planned" => "Planned activity next period",
                "Impact" => "Impact so far",
                "Exit strategy" => "Exit strategy",
                _ => "Activity last period",
            };
            write!(sections.entry(section).or_default(), "{}\n\n", line["text"].as_str().unwrap()).unwrap();
        }
    }
    let mut report = format!(
        "---\ndistrict: District of {name}\nofficers: [Asha Rowe, Tom Pell]\nterm: {term}\n---\n\n## Priority: Increasing attendance\n\n"
    );
    for section in
        ["Intended outcomes", "Activity last period", "Planned activity next period", "Impact so far", "Exit strategy"]
    {
        writeln!(report, "### {section}\n\n{}", sections.get(section).map_or("- As agreed\n", String::as_str)).unwrap();
    }
    let loaded = load(vec![Input::of("planted.md", report.clone())], &Form::built_in());
    let source = loaded.sources.get(SourceId(0)).unwrap();
    let secret = |at: &std::ops::Range<u32>| {
        let (start, end) = (at.start as usize, at.end as usize);
        let words = report[start..end].to_owned();
        let own = bare(&words);
        if own.len() > 7 {
            return Secret { words, bare: vec![own] };
        }
        // A short name or initials may stand in other words too: with what stands beside them they do not.
        let before: String = bare(&report[..start]).chars().rev().take(9).collect();
        let before: String = before.chars().rev().collect();
        let after: String = bare(&report[end..]).chars().take(9).collect();
        Secret { words, bare: vec![format!("{before}{own}"), format!("{own}{after}")] }
    };
    let kept = source.kept().iter().filter(|one| one.kind == kind && kind.is_hidden());
    let secrets = kept.map(|one| secret(&one.at)).collect();
    (report, secrets)
}

/// Every value that an option takes.
fn values<T: ValueEnum + 'static>() -> impl Iterator<Item = String> {
    T::value_variants().iter().filter_map(|value| Some(value.to_possible_value()?.get_name().to_owned()))
}

/// What a command prints, both ways.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_termwise")).args(arguments).current_dir(folder).output().unwrap();
    assert!(out.status.code().is_some_and(|code| code < 2), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr)
}

/// What one run of a command prints in the first of these formats and writes in the others, each by what was asked for.
fn in_formats(folder: &Path, number: usize, arguments: &[String], formats: &[String]) -> Vec<(String, String)> {
    let mut all: Vec<String> = arguments.to_vec();
    all.extend(formats.first().iter().flat_map(|format| ["--format".to_owned(), (*format).clone()]));
    let others: Vec<(&String, String)> =
        formats.iter().skip(1).map(|format| (format, format!("{number}-{format}"))).collect();
    all.extend(others.iter().flat_map(|(format, file)| ["--output".to_owned(), format!("{format}={file}")]));
    let words: Vec<&str> = all.iter().map(String::as_str).collect();
    let mut outputs = vec![(words.join(" "), run(folder, &words))];
    for (format, file) in others {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        assert!(!text.is_empty(), "{words:?}: {format}");
        outputs.push((format!("{} in {format}", arguments.join(" ")), text));
    }
    if arguments.iter().any(|one| one == "--document") {
        // The end of a statement and the beginning of the next are no word.
        outputs.iter_mut().for_each(|(_, text)| *text = text.replace("\n- ", "\nand "));
    }
    outputs
}

fn workbook(path: &Path) -> String {
    let mut book = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    for at in 0..book.len() {
        let mut bytes = Vec::new();
        book.by_index(at).unwrap().read_to_end(&mut bytes).unwrap();
        text += &String::from_utf8_lossy(&bytes);
    }
    text
}

/// An output without the pages of the rules that SARIF carries: their examples are termwise's own words.
fn without_pages(output: &str) -> String {
    let Ok(mut sarif) = serde_json::from_str::<serde_json::Value>(output) else { return output.to_owned() };
    match sarif.pointer_mut("/runs/0/tool/driver/rules") {
        Some(rules) => {
            *rules = serde_json::Value::Null;
            sarif.to_string()
        }
        None => output.to_owned(),
    }
}

#[test]
fn nothing_that_prints_holds_private_words() {
    let folder: PathBuf = std::env::temp_dir().join(format!("termwise-masking-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("reports")).unwrap();
    let (mut secrets, mut whole) = (Vec::new(), String::new());
    for (kind, name) in Kind::ALL.iter().filter(|(kind, _)| kind.is_hidden()) {
        for (term, file) in [("Autumn 2023/24", "autumn"), ("Spring 2023/24", "spring")] {
            let (report, found) = planted(*kind, name, term);
            assert!(found.len() > 50, "only {} of {name} are found", found.len());
            // A name that is written in capitals too, a bullet that is out of line: something for every rule and fix.
            std::fs::write(folder.join(format!("reports/{name}-{file}.md")), report.replace("### Exit", "#### Exit"))
                .unwrap();
            if file == "spring" {
                whole += &report;
                secrets.extend(found);
            }
        }
    }
    // A file that cannot be read to its end, and what stands beside the words of one that can.
    let (number, mobile) = ("A865000020820", "07700900123");
    let broken = format!("district: Northmoor\nactivity: \"UPN {number}\n  ring mum on {mobile}\nterm: [Spring\n");
    std::fs::write(folder.join("reports/broken.yaml"), broken).unwrap();
    let beside = format!(
        "---\ndistrict: Saltmarsh\nnurse: UPN {number}\nterm: Spring 2023/24\n---\n\n<!-- {mobile} of mum -->\n\n\
        ## Priority: Reading of UPN {number}\nStatus: UPN {number}\n\n### Activity {number}\n- [x](mailto:kelly.wragby@example.com)\n"
    );
    std::fs::write(folder.join("reports/beside.md"), beside).unwrap();
    secrets.extend(
        [number, mobile, "kelly.wragby@example.com"]
            .map(|words| Secret { words: words.to_owned(), bare: vec![bare(words)] }),
    );
    std::fs::write(folder.join("termwise.yaml"), "publication: public\n").unwrap();
    // All of it on one page, which no view alone is.
    let pages = [vec!["html".to_owned()], values::<PageFormat>().filter(|format| format != "xlsx").collect()];
    let mut jobs: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    let mut take = |arguments: &[&str], formats: &[String]| {
        jobs.push((arguments.iter().map(|one| (*one).to_owned()).collect(), formats.to_vec()));
    };
    take(&["lint", "reports", "--explained", "--fail-on", "never"], &values::<FindingsFormat>().collect::<Vec<_>>());
    take(&["lint", "reports", "--statistics", "--show-files"], &[]);
    take(&["lint", "reports", "--fix", "--diff"], &[]);
    take(&["lint", "reports", "--baseline", "known.json", "--write-baseline"], &[]);
    take(&["rollup", "reports", "--output", "xlsx=all.xlsx"], &pages[0]);
    for view in values::<View>() {
        take(&["rollup", "reports", "--view", &view], &pages[1]);
    }
    for (_, name) in Kind::ALL.iter().filter(|(kind, _)| kind.is_hidden()) {
        let (old, new) = (format!("reports/{name}-autumn.md"), format!("reports/{name}-spring.md"));
        for format in values::<DiffFormat>() {
            take(&["diff", &old, &new, "--format", &format], &[]);
        }
    }
    // A paper chooses; one that shows all that it is given leaves nothing out.
    std::fs::write(folder.join("all.md.jinja"), EVERYTHING).unwrap();
    for (paper, _) in BUILT_IN.iter().chain([&("all.md.jinja", "")]) {
        take(&["rollup", "reports", "--document", paper], &["markdown", "html"].map(str::to_owned));
    }
    let numbered: Vec<_> = jobs.iter().enumerate().collect();
    let mut outputs: Vec<(String, String)> = numbered
        .par_iter()
        .flat_map(|(number, (arguments, formats))| in_formats(&folder, *number, arguments, formats))
        .collect();
    outputs.push(("the baseline".to_owned(), std::fs::read_to_string(folder.join("known.json")).unwrap()));
    outputs.push(("the workbook".to_owned(), workbook(&folder.join("all.xlsx"))));
    // Many outputs are the same but for their marks.
    let bare_outputs: Vec<(String, &String)> =
        outputs.par_iter().map(|(command, output)| (bare(&without_pages(output)), command)).collect();
    let bare_outputs: BTreeMap<String, &String> = bare_outputs.into_iter().collect();
    let leak = |output: &str, command: &str, secret: &Secret| {
        let found = secret.bare.iter().find(|bare| output.contains(*bare))?;
        Some(format!("{command}: {:?} as {found}\n", secret.words))
    };
    let leaks: Vec<String> = bare_outputs
        .par_iter()
        .flat_map_iter(|(output, command)| secrets.iter().filter_map(move |secret| leak(output, command, secret)))
        .collect();
    let leaks = leaks.concat();
    let own = bare(&run(&folder, &["convert", "reports/upn-spring.md", "--to", "yaml"]));
    let held = secrets.iter().filter(|secret| secret.bare.iter().any(|bare| own.contains(bare.as_str()))).count();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(bare(&whole).len() > 10_000);
    assert!(leaks.is_empty(), "{} leaks, of {} secrets:\n{leaks:.6000}", leaks.lines().count(), secrets.len());
    assert!(held > 50, "convert writes the officer's own words, and held {held} secrets");
}

/// With `rollup --mask` no page holds a small count of the labelled lines.
#[test]
fn a_masked_page_holds_no_small_count() {
    let folder: PathBuf = std::env::temp_dir().join(format!("termwise-masking-counts-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("reports")).unwrap();
    let (report, _) = planted(Kind::SmallCount, "small-count", "Spring 2023/24");
    std::fs::write(folder.join("reports/spring.md"), &report).unwrap();
    let loaded = load(vec![Input::of("planted.md", report.clone())], &Form::built_in());
    let small = loaded.sources.get(SourceId(0)).unwrap().kept().iter();
    let small = small.filter(|one| one.kind == Kind::SmallCount && one.value <= 5);
    let counts: Vec<String> = small
        .map(|one| {
            let (start, end) = (one.at.start as usize, one.at.end as usize);
            let before: String = bare(&report[..start]).chars().rev().take(9).collect();
            let after: String = bare(&report[end..]).chars().take(9).collect();
            before.chars().rev().collect::<String>() + &bare(&report[start..end]) + &after
        })
        .collect();
    assert!(counts.len() > 50, "only {} are found", counts.len());
    let mut outputs = Vec::new();
    for view in values::<View>() {
        for format in values::<PageFormat>().filter(|format| format != "xlsx") {
            outputs.push(run(&folder, &["rollup", "reports", "--mask", "--view", &view, "--format", &format]));
        }
    }
    outputs.push(run(&folder, &["rollup", "reports", "--mask", "--format", "html"]));
    std::fs::write(folder.join("all.md.jinja"), EVERYTHING).unwrap();
    for (paper, _) in BUILT_IN.iter().chain([&("all.md.jinja", "")]) {
        outputs.push(run(&folder, &["rollup", "reports", "--mask", "--document", paper]));
    }
    run(&folder, &["rollup", "reports", "--mask", "--output", "xlsx=all.xlsx"]);
    outputs.push(workbook(&folder.join("all.xlsx")));
    let open = bare(&run(&folder, &["rollup", "reports", "--view", "statements", "--format", "json"]));
    let held = counts.iter().filter(|count| open.contains(count.as_str())).count();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(held > 25, "without --mask the page holds only {held}");
    let outputs: Vec<String> = outputs.par_iter().map(|output| bare(output)).collect();
    let leaks: Vec<&String> =
        counts.iter().filter(|count| outputs.iter().any(|output| output.contains(count.as_str()))).collect();
    assert!(leaks.is_empty(), "{leaks:?}");
}

/// A path must stay usable, so it is printed; whoever is to rename the file is told.
#[test]
fn a_number_in_the_name_of_a_file_is_told_of() {
    let folder: PathBuf = std::env::temp_dir().join(format!("termwise-masking-name-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("reports")).unwrap();
    let report = "---\ndistrict: Northmoor\n---\n\n## Priority: Reading\n\n### Activity last period\n- Met the heads\n";
    for name in ["pupil_A865000020820.md", "2024-spring-2-northmoor-8889999.md"] {
        std::fs::write(folder.join("reports").join(name), report).unwrap();
    }
    let told = run(&folder, &["lint", "reports", "--alone", "--select", "personal-identifier", "--format", "concise"]);
    std::fs::remove_dir_all(&folder).unwrap();
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("personal-identifier")).collect();
    let [line] = lines.as_slice() else { panic!("{told}") };
    assert!(line.contains("the name of this file holds a unique pupil number (UPN)"), "{line}");
}

/// The stars of a name do not tell how long it is.
#[test]
fn stars_do_not_tell_the_length_of_a_name() {
    let folder: PathBuf = std::env::temp_dir().join(format!("termwise-masking-stars-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("reports")).unwrap();
    let told: BTreeSet<String> = ["Zoe", "Jayden Marlock", "Wilhelmina Featherstone"]
        .iter()
        .map(|name| {
            let report = format!(
                "---\ndistrict: Northmoor\n---\n\n## Priority: Reading\n\n### Activity last period\n- Pupil {name} (Y9) was back on the 27th\n"
            );
            std::fs::write(folder.join("reports/spring.md"), report).unwrap();
            let told = run(&folder, &["lint", "reports", "--alone", "--select", "child-named,vague-date", "--format", "markdown"]);
            assert!(told.contains("***"), "{told}");
            told.lines().filter(|line| line.contains("***")).collect()
        })
        .collect();
    let paper = run(&folder, &["rollup", "reports", "--view", "statements", "--format", "json"]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(paper.contains("Pupil *** (Y9)"), "{paper}");
    assert_eq!(told.len(), 1, "{told:?}");
}

/// What is told of the settings quotes nothing private.
#[test]
fn faults_of_the_settings_hold_nothing_private() {
    let folder: PathBuf = std::env::temp_dir().join(format!("termwise-masking-settings-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let settings = "threshold: jo.bell82@example.com\nrules:\n  small-number:\n    threshold: A865000020820\n  \"mum is on 07700 900456\": off\n";
    std::fs::write(folder.join("termwise.yaml"), settings).unwrap();
    std::fs::write(folder.join("northmoor.md"), "---\ndistrict: Northmoor\n---\n").unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_termwise")).args(["lint", "northmoor.md"]).current_dir(&folder).output();
    std::fs::remove_dir_all(&folder).unwrap();
    let told = bare(&String::from_utf8_lossy(&out.unwrap().stderr));
    assert!(told.contains("thereisnorule"), "{told}");
    for secret in ["jobell82", "865000020820", "07700900456"] {
        assert!(!told.contains(secret), "{told}");
    }
}

/// Themes and other words of the fields of a priority are headings of the page and the papers: they tell no count either.
#[test]
fn a_masked_page_holds_no_field_that_tells_a_count() {
    let folder: PathBuf = std::env::temp_dir().join(format!("termwise-masking-fields-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("reports")).unwrap();
    let report = |term: &str| {
        format!(
            "---\ndistrict: Northmoor\nterm: {term}\n---\n\n## Priority: Reading with 3 pupils\nTheme: Help for 2 children\n\
            Status: left to 4 families\nReceiver: The team for 3 children\n\n### Activity last period\n- Books were bought\n"
        )
    };
    std::fs::write(folder.join("reports/autumn.md"), report("Autumn 2023/24")).unwrap();
    std::fs::write(folder.join("reports/spring.md"), report("Spring 2023/24")).unwrap();
    let told = ["Help for 2 children", "with 3 pupils", "to 4 families", "for 3 children"].map(bare);
    let mut outputs = Vec::new();
    for view in values::<View>() {
        for format in values::<PageFormat>().filter(|format| format != "xlsx") {
            outputs.push(run(&folder, &["rollup", "reports", "--mask", "--view", &view, "--format", &format]));
        }
    }
    outputs.push(run(&folder, &["rollup", "reports", "--mask", "--format", "html"]));
    for (paper, _) in BUILT_IN {
        outputs.push(run(&folder, &["rollup", "reports", "--mask", "--document", paper]));
    }
    let open = bare(&run(&folder, &["rollup", "reports", "--view", "themes", "--format", "json"]));
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(open.contains(&told[0]), "{open}");
    assert!(outputs.iter().any(|out| out.contains("Help for 5 or fewer children")));
    for out in &outputs {
        assert!(!told.iter().any(|words| bare(out).contains(words)), "{out}");
    }
}

/// With `rollup --mask` an id tells no count either.
#[test]
fn a_masked_page_holds_no_id_that_tells_a_count() {
    let folder: PathBuf = std::env::temp_dir().join(format!("termwise-masking-ids-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("reports")).unwrap();
    let report = "---\ndistrict: Northmoor\nterm: Spring 2 2023/24\n---\n\n## Priority: Reading\nPriority id: reading\n\n### Activity last period\n\
        - Some pupils came back {#two-pupils-back}\n- Books were bought {#books}\n";
    std::fs::write(folder.join("reports/spring.md"), report).unwrap();
    let view = ["rollup", "reports", "--view", "statements", "--format", "json"];
    let (open, masked) = (run(&folder, &view), run(&folder, &[&view[..], &["--mask"]].concat()));
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(open.contains("two-pupils-back") && open.contains("\"books\""), "{open}");
    assert!(!masked.contains("two-pupils-back") && masked.contains("\"books\""), "{masked}");
}

/// A child who is named in what the head states, or over the end of its line, is named by nothing that prints; nor is it
/// where the rest of what is said of that child stands in statements.
#[test]
fn nobody_is_named_who_stands_in_a_head() {
    let folder: PathBuf = std::env::temp_dir().join(format!("termwise-masking-head-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("reports")).unwrap();
    let fixture = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/disclosure-in-the-head").join(name);
        std::fs::read_to_string(path).unwrap()
    };
    let (wrapped, unclosed) = (fixture("wrapped.md"), fixture("never-closed.md"));
    let later = wrapped.replace("Kirkby Stephen, where", "Kirkby,").replace("Spring 2 2023/24", "Summer 1 2023/24");
    for (name, text) in [("a.md", &wrapped), ("b.md", &unclosed), ("c.md", &later)] {
        std::fs::write(folder.join("reports").join(name), text).unwrap();
    }
    let mut commands: Vec<String> =
        ["lint", "lint --format html", "lint --format jsonl", "lint --format sarif", "lint --fix --diff"]
            .iter()
            .map(|command| format!("{command} reports"))
            .collect();
    for format in ["text", "json", "markdown", "html"] {
        commands.push(format!("diff reports/a.md reports/c.md --format {format}"));
    }
    for format in ["table", "json", "csv", "markdown", "html"] {
        for view in ["districts", "statements", "priorities"] {
            commands.push(format!("rollup reports --view {view} --format {format}"));
            commands.push(format!("rollup reports --mask --view {view} --format {format}"));
        }
    }
    commands.push("rollup reports --format html".to_owned());
    for document in ["board", "scrutiny"] {
        commands.push(format!("rollup reports --document {document}"));
    }
    for command in commands {
        let out = without_pages(&run(&folder, &command.split(' ').collect::<Vec<_>>()));
        for name in ["Kevin", "Bloggsworth", "Liam", "Otterby", "Harkness", "Marlock"] {
            assert!(!out.contains(name), "{command} names {name}:\n{out}");
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
