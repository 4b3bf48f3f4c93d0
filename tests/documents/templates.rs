//! What the author of a template is told, and what a template cannot do.

use super::{county, root, told};
use termwise::page::shapes;
use termwise::render::document::{self, Fault};
use termwise::rollup::Filter;
use termwise::rollup::documents::records::Paper;

fn written(template: &str) -> Result<String, Fault> {
    let (config, loaded) = county();
    document::markdown(template, &told(&loaded, &config.form, &Filter::default()).unwrap())
}

/// What the README shows is a paper, whatever the names of values have become since.
#[test]
fn every_template_of_the_examples_can_be_written() {
    let mut papers = 0;
    for entry in std::fs::read_dir(root().join("examples/papers")).unwrap() {
        let path = entry.unwrap().path();
        let paper = written(&std::fs::read_to_string(&path).unwrap());
        assert!(paper.is_ok(), "{}: {paper:?}", path.display());
        papers += 1;
    }
    assert!(papers > 0);
}

#[test]
fn faults_are_told_by_line_and_name() {
    let table: &[(&str, usize, &str)] = &[
        ("# A\n\n{{ coverage.recieved }}", 3, "Coverage has no \u{201c}recieved\u{201d}"),
        ("{{ themees }}", 1, "Paper has no \u{201c}themees\u{201d}"),
        ("{% for t in themes %}\n{{ t.nam }}\n{% endfor %}", 2, "Theme has no \u{201c}nam\u{201d}"),
        ("\n{% if nothing_of_the_kind %}x{% endif %}", 2, "Paper has no \u{201c}nothing_of_the_kind\u{201d}"),
        ("{{ [] | first }}", 1, "something here stands for nothing"),
        ("a\n{% for x in themes %}\n\nb", 2, "{% for %} is opened here and not ended"),
        ("{% if period %}\n{% for x in themes %}\n{% endfor %}\n", 1, "{% if %} is opened here and not ended"),
        ("\n{% for x in themes %}\n{% endif %}", 2, "{% for %} is opened here and not ended"),
        ("a\n{% endfor %}", 2, "no {% for %} is open here"),
        ("{{ \u{201c}x\u{201d} }}", 1, "curly quotation marks"),
        ("{{ 'x }}", 1, "a quotation mark opens here that is not closed"),
        ("{% if period = 'x' %}{% endif %}", 1, "does not compare"),
        ("{{ author() }}", 1, "author is not told what it needs"),
        ("{{ 3 | counted }}", 1, "counted is not told what it needs"),
        ("{% for d in districts %}{{ d.priorities.title }}{% endfor %}", 1, "d.priorities is a list of Priority"),
        ("{{ impact.statements[99] }}", 1, "impact.statements has no number 99 here"),
        ("{% for d in districts %}{{ d.name.words }}{% endfor %}", 1, "d.name is words, and has no parts"),
        ("{{ reports.all }}", 1, "reports is a number, and has no parts"),
        ("{{ themes.first }}", 1, "themes has no \u{201c}first\u{201d}"),
        ("{{ period | safe }}", 1, "filter safe is unknown"),
        ("{{ themes }}", 1, "this is a list or a record"),
        ("{{ period | counted(\"x\") }}", 1, "counted is for a number"),
        ("{% include \"../termwise.yaml\" %}", 1, "there is no such template"),
        ("{% include \"/etc/passwd\" %}", 1, "there is no such template"),
        ("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}", 1, "too many steps"),
        (
            "{% extends \"scrutiny.md.jinja\" %}\n{% block strategi %}x{% endblock %}",
            2,
            "has no block \u{201c}strategi\u{201d}",
        ),
        ("{% extends \"board.md.jinja\" %}\n\nOur words\n{% block done %}x{% endblock %}", 3, "outside the blocks"),
        ("{% extends \"board.md.jinja\" %}{% block done %}x{% endblock %}\n{{ period }}", 2, "outside the blocks"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "recursion limit"),
    ];
    for (template, line, fact) in table {
        let fault = written(template).unwrap_err();
        assert!(fault.fact.contains(fact), "{template}: {fault:?}");
        assert_eq!(fault.line, Some(*line), "{template}: {fault:?}");
    }
    let fault = written("{{ coverage.recieved }}").unwrap_err();
    let (missed, known) = fault.missed.unwrap();
    assert!(missed == "recieved" && known.contains(&"received") && !known.contains(&"themes"), "{known:?}");
    assert!(written("{{ \"a\" * 90000000 }}").unwrap_err().fact.contains("too long"));
}

#[test]
fn what_may_be_meant_is_told() {
    for (template, word, known) in [
        ("{{ 3 | rounded }}", "rounded", "round"),
        ("{% iff x %}", "iff", "if"),
        ("{% if 3 is defind %}{% endif %}", "defind", "defined"),
    ] {
        let fault = written(template).unwrap_err();
        let (meant, all) = *fault.meant.unwrap_or_else(|| unreachable!("{template}: {:?}", fault.fact));
        assert!(meant == word && all.contains(&known), "{template}: {meant} {all:?}");
    }
    for (template, help) in [
        ("{{ len(themes) }}", "{{ something | length }}"),
        ("{{ period.upper() }}", "{{ something | upper }}"),
        ("{{ themes.first }}", "{{ themes | first }}"),
        ("{{ author() }}", "author(\"what is left to write\")"),
        (
            "{% for d in districts %}{{ d.priorities.title }}{% endfor %}",
            "{% for one in d.priorities %} and ask each: {{ one.title }}",
        ),
    ] {
        let fault = written(template).unwrap_err();
        assert!(fault.help.as_ref().is_some_and(|told| told.contains(help)), "{template}: {fault:?}");
    }
}

/// What an author may be sent to is there.
#[test]
fn every_filter_that_may_be_meant_is_there() {
    let fault = written("{{ 3 | nothingofthekind }}").unwrap_err();
    for filter in fault.meant.unwrap().1 {
        let fact = written(&format!("{{{{ 3 | {filter} }}}}")).err().map_or_else(String::new, |fault| fault.fact);
        assert!(!fact.contains("unknown"), "{filter}: {fact}");
    }
}

#[test]
fn numbers_are_written_as_people_write_them() {
    let paper = written("{{ 26.7 | round }}% and {{ 26.7 }} and {{ 2994 }}").unwrap();
    assert!(paper.starts_with("27% and 26.7 and 2,994\n"), "{paper}");
}

#[test]
fn nothing_that_a_template_says_lets_words_out_as_markup() {
    let word = "\"<b>*x*\"";
    for template in [
        format!("{{{{ {word} }}}}"),
        format!("{{% autoescape false %}}{{{{ {word} }}}}{{% endautoescape %}}"),
        format!("{{% autoescape \"html\" %}}{{{{ {word} }}}}{{% endautoescape %}}"),
        format!("{{% set y %}}{{{{ {word} }}}}{{% endset %}}{{{{ y }}}}"),
        format!("{{% macro m(w) %}}{{{{ w }}}}{{% endmacro %}}{{{{ m({word}) }}}}"),
        format!("{{{{ [{word}, author(\"y\")] | join(\" \") }}}}"),
        format!("{{{{ author(\"y\") ~ {word} }}}}"),
        format!(
            "{{{{ [{word}] | listed }}}}{{{{ [{word}] | tags }}}}{{{{ {word} | sentence }}}}{{{{ author({word}) }}}}"
        ),
        format!("{{% filter upper %}}{{{{ {word} }}}}{{% endfilter %}}"),
        format!("{{{{ author({word}) | upper }}}}"),
        format!("{{{{ ({word} ~ author(\"y\")) | replace(\"y\", {word}) }}}}"),
    ] {
        let paper = written(&template).unwrap();
        assert!(!paper.to_lowercase().contains("<b>") && !paper.to_lowercase().contains(" *x"), "{template}: {paper}");
        assert!(paper.to_lowercase().contains("&lt;b&gt;\\*x\\*"), "{template}: {paper}");
    }
}

#[test]
fn a_built_in_paper_can_be_changed_in_part() {
    let own = "{% extends \"scrutiny.md.jinja\" %}{% block strategy %}## 3. Our plan\n\nAs {{ paper.period }}.\n{% endblock %}";
    let paper = written(own).unwrap();
    assert!(paper.contains("## 3. Our plan\n\nAs Spring 2023/24 to Spring 2024/25.\n"), "{paper}");
    assert!(paper.contains("## 2. Recommendations") && !paper.contains("3. Links to strategy"), "{paper}");
}

#[test]
fn every_record_is_told_of_by_itself_once() {
    let shapes = shapes(Paper::SHAPE);
    let mut names: Vec<&str> = shapes.iter().map(|shape| shape.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), shapes.len());
    for field in shapes.iter().flat_map(|shape| shape.fields) {
        assert!(field.about.trim().ends_with('.') && field.about.len() > 5, "{}", field.name);
    }
}
