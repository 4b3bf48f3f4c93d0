//! What the author of a template is told, and what a template cannot do.

use super::{county, told};
use termwise::page::shapes;
use termwise::render::document::{self, Fault};
use termwise::rollup::Filter;
use termwise::rollup::documents::records::Paper;

fn written(template: &str) -> Result<String, Fault> {
    let (config, loaded) = county();
    document::markdown(template, &told(&loaded, &config.form, &Filter::default()).unwrap())
}

#[test]
fn faults_are_told_by_line_and_name() {
    let table: &[(&str, usize, &str)] = &[
        ("# A\n\n{{ coverage.recieved }}", 3, "Coverage has no \u{201c}recieved\u{201d}"),
        ("{{ themees }}", 1, "Paper has no \u{201c}themees\u{201d}"),
        ("{% for t in themes %}\n{{ t.nam }}\n{% endfor %}", 2, "Theme has no \u{201c}nam\u{201d}"),
        ("\n{% if nothing_of_the_kind %}x{% endif %}", 2, "Paper has no \u{201c}nothing_of_the_kind\u{201d}"),
        ("{{ [] | first }}", 1, "something here stands for nothing"),
        ("a\nb\n{% for x in themes %}", 3, "this cannot be read as a template"),
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
