//! The pages in HTML, opened in Chromium: axe-core finds nothing in them (WCAG 2.2 AA, and what is good practice), in
//! light and in dark; they run no script and ask for nothing; keys are enough to use them, and 320 pixels to read them;
//! they print on A4.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on says so")]

mod shell;
mod validators;

use serde_json::Value;
use shell::Folder;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn pages_are_for_everybody_and_ask_for_nothing() {
    let (Some(validators), Some(browser)) = (validators::folder(), validators::browser()) else { return };
    let folder = Folder::new("browser", None);
    let words = "<script>alert(1)</script><img src=http://x.example/y.png onerror=alert(1)> \u{202e}";
    let hostile = format!(
        "---\ndistrict: Northmoor\nofficers: [A B]\nterm: Summer 1 2024/25\n---\n\n## Priority: {words}\n\n### Activity last \
         period\n- {words} on the 19th, TBC {}\n",
        "unbroken".repeat(200)
    );
    fs::write(folder.path().join("hostile.md"), hostile).unwrap();
    many(folder.path());
    let pages: Vec<_> = PAGES
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let file = folder.path().join(format!("page-{at}.html"));
            fs::write(&file, folder.run(line).out).unwrap();
            file
        })
        .collect();
    let look = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/look.cjs");
    let ran = Command::new("node")
        .args([&look, &browser])
        .args(&pages)
        .env("NODE_PATH", validators.join("node_modules"))
        .output()
        .unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    let seen: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(seen.len(), 2 * PAGES.len(), "{out}{}", String::from_utf8_lossy(&ran.stderr));
    for page in &seen {
        for nothing in ["faults", "said", "asked", "keys", "cut"] {
            assert_eq!(page[nothing].as_array().map(Vec::len), Some(0), "{nothing}: {page:#}");
        }
        assert!(
            page["scripts"] == 0
                && page["wide"] == false
                && page["narrow"] == false
                && page["passes"].as_u64() > Some(10),
            "{page:#}"
        );
        for size in page["sizes"].as_array().unwrap() {
            let mut sides: Vec<f64> = size.as_str().unwrap().split(' ').map(|side| side.parse().unwrap()).collect();
            sides.sort_by(f64::total_cmp);
            let is_a4 = matches!(sides[..], [.., a, b] if (a - 595.0).abs() < 1.0 && (b - 842.0).abs() < 1.0);
            assert!(is_a4, "{size}");
        }
        assert!(!page["sizes"].as_array().unwrap().is_empty(), "{page:#}");
    }
    // The page that a board gets.
    let sheets = seen.iter().filter(|page| page["file"].as_str().unwrap().ends_with("/page-4.html"));
    assert_eq!(PAGES[4], "termwise rollup examples/reports -f html");
    sheets.for_each(|page| assert!((1..=4).contains(&page["sheets"].as_u64().unwrap()), "{page:#}"));
    // A paper that a committee gets: each on four sides at most.
    for paper in [11, 12, 13, 14] {
        assert!(PAGES[paper].contains("--document"), "{}", PAGES[paper]);
        let sheets =
            seen.iter().filter(|page| page["file"].as_str().unwrap().ends_with(&format!("/page-{paper}.html")));
        sheets.for_each(|page| {
            assert!((1..=4).contains(&page["sheets"].as_u64().unwrap()), "{page:#}");
            // On a telephone a table of a paper shows all its columns.
            assert_eq!(page["boxes"], 0, "{page:#}");
        });
    }
    let paper = |scheme: &str| seen.iter().find(|page| page["scheme"] == scheme).map(|page| page["paper"].clone());
    assert_ne!(paper("light"), paper("dark"));
}

/// Reports of as many districts and terms as a page shows; some are missing.
fn many(folder: &Path) {
    for (district, term) in (0..40).flat_map(|district| (0..12).map(move |term| (district, term))) {
        if district > 0 && (district * 5 + term * 3) % 17 == 0 {
            continue;
        }
        let (season, year) = (["Autumn", "Spring", "Summer"][term % 3], 2010 + term / 3);
        // Names as long as they come, with and without a place to part them.
        let name = match district {
            38 => "Wolstenholmeunderthewaterwithnetherlongdaleandupperoverdale".to_owned(),
            39 => "Kingsbourne upon Hurstwater and the Outer Villages".to_owned(),
            _ => format!("District of {district}"),
        };
        let theme =
            ["Attendance", "Education, employment and training after Year 11", "Trauma-informed practice in schools"];
        let theme = theme[district % 3];
        let report = format!(
            "---\ndistrict: {name}\nofficers: [Asha Rowe]\nterm: {season} {year}/{:02}\n---\n\n## Priority: \
             Attendance in all of the schools of the district, and the early years\nId: a\nStatus: {}\nTheme: {theme}\n\n\
             ### Activity last period\n- Met {term} heads in area {district}\n\n### Planned activity next period\n- Meet {} heads in area {district}\n",
            (year + 1) % 100,
            if term % 4 == 2 { "on-hold" } else { "ongoing" },
            term + 1,
        );
        let file = folder.join(format!("many/{year}-{season}/{district}.md"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, report).unwrap();
    }
}

/// What makes each page.
const PAGES: &[&str] = &[
    "termwise lint examples/draft.md -f html",
    "termwise lint examples/reports -f html",
    "termwise lint examples/reports/2024-25/spring-2/northmoor.md -f html",
    "termwise lint hostile.md no-such-file.md -f html",
    "termwise rollup examples/reports -f html",
    "termwise rollup examples -f html",
    "termwise rollup examples --view priorities -f html",
    "termwise rollup examples --view themes -f html",
    "termwise rollup examples --view follow-through -f html",
    "termwise rollup hostile.md examples/reports -f html",
    "termwise rollup many -f html",
    "termwise rollup examples/reports --document thematic -f html",
    "termwise rollup examples/reports --document scrutiny -f html",
    "termwise rollup examples/reports --document regional -f html",
    "termwise rollup examples/reports hostile.md --document board -f html",
    "termwise diff -f html examples/reports/2024-25/autumn-1/northmoor.md examples/reports/2024-25/spring-2/northmoor.md",
];
