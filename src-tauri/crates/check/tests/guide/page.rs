//! A page of the guide from a rule's manual.

use check::{Finding, Fix, Rule, SHIFTED_REFERENCE, Severity, World, moved, rules};
use jiff::civil::{Date, date};
use text::{Edit, Edits, Span, Text};

/// A day in the world of the examples, which have no files beside them.
struct Example;

impl World for Example {
    fn today(&self) -> Date {
        date(2026, 11, 25)
    }

    fn local_file_exists(&self, _destination: &str) -> Option<bool> {
        Some(false)
    }
}

/// All rules, those of one text before the one that takes two.
pub(crate) fn all_rules() -> impl Iterator<Item = &'static Rule> {
    rules().iter().chain([const { &SHIFTED_REFERENCE }])
}

/// The page of a rule.
pub(crate) fn page(rule: &Rule) -> String {
    let manual = rule.manual();
    let mut page = format!(
        "# {}\n\n*{}, in {}.*\n\n",
        rule.name,
        severity(rule.severity),
        if rule.is_english { "English texts" } else { "texts of any language" }
    );
    let mut before = "";
    let mut parts = manual.split("```");
    page += parts.next().unwrap().trim_start();
    while let Some(block) = parts.next() {
        let (word, example) = block.split_once('\n').unwrap();
        page += &shown(rule, word, example);
        match word {
            "before" => before = example,
            "after" => page += &said_of_a_change(before, example),
            _ => {}
        }
        page += parts.next().unwrap_or_default().trim_start_matches('\n');
    }
    page.trim_end().to_owned() + "\n"
}

/// An example with what it is one of, and with what is said of it.
fn shown(rule: &Rule, word: &str, example: &str) -> String {
    let (lead, said) = match word {
        "fires" => ("Found, between « and »:", said(rule, example)),
        "silent" => ("Not found:", String::new()),
        "before" => ("Before:", String::new()),
        "after" => ("After, with what is found between « and »:", String::new()),
        other => panic!("{}: an example that is {other}", rule.name),
    };
    format!("{lead}\n\n```markdown\n{example}```\n\n{said}")
}

/// What is said of an example, and what mends it: a line for each sentence that is said.
fn said(rule: &Rule, example: &str) -> String {
    let text = Text::new(example.replace(['«', '»'], ""));
    let findings = check::check(&text, &Example).into_iter().filter(|it| it.rule == rule.name);
    let mut lines: Vec<String> = findings.map(|finding| line(&finding)).collect();
    lines.dedup();
    lines.concat() + "\n"
}

/// What is said where one text has become another.
fn said_of_a_change(before: &str, after: &str) -> String {
    let text = Text::new(before.to_owned());
    let whole = Span::new(0, before.len());
    let edits = Edits::one(Edit::replace(whole, after.replace(['«', '»'], "")));
    let lines: String = moved(&text, &edits).iter().map(line).collect();
    lines + "\n"
}

fn line(finding: &Finding) -> String {
    let fixes: Vec<String> = finding.fixes.iter().map(mends).collect();
    let mends =
        if fixes.is_empty() { String::new() } else { format!(" Offered: {}.", fixes.join("; ")) };
    format!("- **{}**{mends}\n", finding.message)
}

fn mends(fix: &Fix) -> String {
    let label = &fix.label;
    if fix.safe { format!("{label} (`lede check --fix` does it)") } else { label.clone() }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Info => "Info",
    }
}

/// The page that leads to the others.
pub(crate) fn index() -> String {
    let row = |rule: &Rule| {
        let language = if rule.is_english { "English" } else { "any" };
        let (name, severity) = (rule.name, severity(rule.severity).to_lowercase());
        format!("| [{name}]({name}.md) | {severity} | {language} | {} |\n", rule.reason)
    };
    let rows: String = all_rules().map(row).collect();
    format!(
        "# What is checked\n\n\
         A check reads a draft as a careful reader would, and says what made it stumble. It blocks nothing, \
         and where it is in doubt it says nothing. `lede check FILE…` prints what it finds, \
         `lede check --fix FILE…` carries out what any writer would have done, and the exit status is 1 if \
         there is an error. Each rule has a page with its reason and with examples, by which it is tested.\n\n\
         Rules that read English keep to texts that are in English: by `lang` in the front matter, or \
         without one by their look.\n\n\
         | rule | severity | language | what should be so |\n| --- | --- | --- | --- |\n{rows}\n\
         These pages are made from the rules' own files by `cargo xtask gen`.\n"
    )
}
