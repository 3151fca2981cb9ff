//! What `lede check --format sarif` writes, held to what SARIF 2.1.0 requires.

use lede_tests::terminal;
use serde_json::Value;
use std::{collections::BTreeSet, fs, process::Command};

const DRAFT: &str = "# Two {Signs}\n\nA TODO.\n\n## 1. A\n\na\n\n## 3. B\n\nSee [it](gone.md).\n";

/// The log of a check of [`DRAFT`] in a file of this name.
fn log(name: &str) -> Value {
    let folder = tempfile::tempdir().expect("the temporary folder can be written to");
    fs::write(folder.path().join(name), DRAFT).expect("a draft");
    let mut lede = Command::new(lede_tests::place::program("lede"));
    let output =
        lede.args(["check", "--format", "sarif", name]).current_dir(folder.path()).output();
    serde_json::from_slice(&output.expect("lede starts").stdout).expect("SARIF is JSON")
}

#[track_caller]
fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

#[test]
fn a_log_names_its_version_and_its_tool() {
    let log = log("rain.md");
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().is_some_and(|schema| schema.ends_with("sarif-2.1.0.json")));
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!(driver["name"], "Lede");
    assert_eq!(driver["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
}

#[test]
fn each_rule_has_a_name_of_its_own_two_descriptions_and_a_level() {
    let log = log("rain.md");
    let rules = list(&log["runs"][0]["tool"]["driver"]["rules"]);
    let names: BTreeSet<_> = rules.iter().map(|rule| rule["id"].as_str()).collect();
    assert_eq!(names.len(), rules.len());
    for rule in rules {
        for description in ["shortDescription", "fullDescription"] {
            let text = rule[description]["text"].as_str().expect("a text");
            assert!(text.ends_with('.') && !text.contains("```"), "{text}");
        }
        let level = rule["defaultConfiguration"]["level"].as_str();
        assert!(level.is_some_and(|level| ["error", "warning", "note"].contains(&level)));
    }
}

#[test]
fn each_result_points_to_its_rule_and_its_place() {
    let log = log("a rain.md");
    let run = &log["runs"][0];
    let results = list(&run["results"]);
    assert_eq!(results.len(), 4);
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        let rule = &run["tool"]["driver"]["rules"][index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
        assert!(result["message"]["text"].is_string());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20rain.md");
        assert!(place["region"]["startLine"].as_u64() <= place["region"]["endLine"].as_u64());
    }
}

#[test]
fn a_fix_replaces_bytes_that_the_draft_has() {
    let log = log("rain.md");
    let results = list(&log["runs"][0]["results"]).iter();
    let fixes: Vec<_> = results.flat_map(|result| list(&result["fixes"])).collect();
    assert!(!fixes.is_empty());
    let change = &fixes[0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "rain.md");
    let replacement = &change["replacements"][0];
    let region = &replacement["deletedRegion"];
    let start = region["byteOffset"].as_u64().expect("an offset") as usize;
    assert_eq!(&DRAFT[start..start + 1], "3");
    assert_eq!(region["byteLength"], 1);
    assert_eq!(replacement["insertedContent"]["text"], "2");
    assert!(fixes[0]["description"]["text"].is_string());
}

#[test]
fn a_log_without_findings_is_a_log() {
    terminal(
        r#"
$ lede check countdown.md --format sarif | grep -o '"results":\[\]'
"results":[]
$ lede check "$PWD/countdown.md" article.md --format sarif | grep -c '"version":"2.1.0"'
1
"#,
    );
}
