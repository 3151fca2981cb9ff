//! Texts that are made to take long. What took the square of their length would not come back here.

use crate::marked::{check, mend};

/// A text of 200 kB in which a line comes again and again.
fn repeated(head: &str, line: &str) -> String {
    format!("{head}{}", line.repeat(200_000 / line.len()))
}

#[test]
fn what_comes_again_and_again_is_read_once() {
    let head = "# Five Signs Of Rain\n\nx\n\n## 1. A\n\nb\n\n## 2. C\n\nd\n\n---\n\n";
    let lines = [
        "These five signs. ",
        "It rained yesterday. ",
        "\"It’s\" \"",
        "According to Reuters [x](y). ",
        "TK ",
        "[a](b) ",
        "**[",
        "> ",
        "may possibly ",
        "[^1]",
        "\"",
        "The Board Claimed ",
    ];
    for line in lines {
        let source = repeated(head, line);
        let findings = check(&source);
        assert!(findings.len() <= source.len(), "{line}");
    }
}

#[test]
fn many_fixes_are_carried_out_at_once() {
    let source = repeated("“A “long” one.” ", "It's so. It’s “so”. ");
    let mended = mend(&source).apply(&source);
    assert!(!mended.contains('\''));
}

#[test]
fn a_thousand_headings_are_judged_together() {
    let heading = |at: u32| {
        let heading = if at.is_multiple_of(3) {
            "The Swallows Of The Cows"
        } else {
            "The swallows of the cows"
        };
        format!("## {at}. {heading}\n\nThe swallows and the cows.\n\n")
    };
    let source = format!("# What the rain does\n\n{}", (1..1000).map(heading).collect::<String>());
    let odd = check(&source).into_iter().filter(|it| it.rule == "heading-case").count();
    assert_eq!(odd, 333);
}
