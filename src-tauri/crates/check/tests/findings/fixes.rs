//! What fixes write, and what messages say.

use crate::marked::{check_by, mend};

/// A piece of this title with these headings.
fn piece(title: &str, headings: &[&str]) -> String {
    let points = headings.iter().enumerate();
    let points = points.map(|(at, heading)| format!("## {}. {heading}\n\nSo it is.\n\n", at + 1));
    format!("# {title}\n\n{}", points.collect::<String>())
}

/// The last heading of a piece after all that is safe has been mended.
fn last_heading(title: &str, headings: &[&str]) -> String {
    let source = piece(title, headings);
    let mended = mend(&source).apply(&source);
    mended.lines().rfind(|line| line.starts_with("##")).unwrap()["## 1. ".len()..].to_owned()
}

#[test]
fn a_heading_takes_the_style_of_the_others() {
    let start =
        ["The Swallows Fly In The Rain", "The Cows Lie Down", "the frogs sing with the BBC in it"];
    assert_eq!(last_heading("What The Rain Does", &start), "The Frogs Sing With The BBC In It");
    let ap = [
        "The Swallows Fly With the Wind",
        "Cows Sleep in the Barn",
        "The Smoke Is in the Yard",
        "The Frogs Sing with The Cows",
    ];
    assert_eq!(last_heading("What Comes From the Rain", &ap), "The Frogs Sing With the Cows");
}

#[test]
fn sentence_case_is_offered_where_no_name_can_be_meant_and_never_unasked() {
    let headings =
        ["The swallows fly", "The cows sleep", "The smoke is low", "The Cows Of The Swallows"];
    let mut source = piece("What the rain does", &headings);
    let found = check_by("heading-case", &source);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].fixes, [], "“Cows” may be a name");
    source += "## 5. The end is near\n\nThe cows and the swallows.\n";
    let fix = &check_by("heading-case", &source)[0].fixes[0];
    assert!(!fix.safe);
    assert!(fix.edits.apply(&source).contains("## 4. The cows of the swallows\n"));
}

#[test]
fn marks_become_what_most_of_them_are() {
    let mended = |source: &str| mend(source).apply(source);
    let curly = "“It’s so,” she said. “It's \"so\"”, and 'tis the farmers' day.";
    assert_eq!(mended(curly), "“It’s so,” she said. “It’s “so””, and 'tis the farmers’ day.");
    let straight = "\"It's so,\" she said, and it isn’t \"so\".";
    assert_eq!(mended(straight), "\"It's so,\" she said, and it isn't \"so\".");
}

#[test]
fn numbers_run_again_and_references_follow() {
    let source = "# Three Signs\n\n## 1. A\n\nb\n\n## 3. C\n\nd, see point 4\n\n## 4. E\n\nf\n";
    let mended = mend(source).apply(source);
    assert!(mended.contains("## 2. C\n\nd, see point 3\n\n## 3. E"), "{mended}");
}

#[test]
fn a_relative_date_is_counted_from_the_day_of_the_piece() {
    let message = |said: &str| {
        let source = format!("---\ndate: 2026-01-14\n---\n\nIt rained {said}.\n");
        let found = check_by("relative-date", &source);
        assert_eq!(found.len(), 1, "{said}");
        let message = &found[0].message;
        let meant = message.split_once(" means ").unwrap().1;
        meant.strip_suffix(", which a later reader cannot know.").unwrap().to_owned()
    };
    assert_eq!(message("yesterday"), "13 January 2026");
    assert_eq!(message("tomorrow"), "15 January 2026");
    assert_eq!(message("last night"), "the night after 13 January 2026");
    assert_eq!(message("last week"), "the week of 5 January 2026");
    assert_eq!(message("next month"), "February 2026");
    assert_eq!(message("last month"), "December 2025");
    assert_eq!(message("last year"), "2025");
    assert_eq!(message("last Monday"), "12 January 2026");
    assert_eq!(message("next Wednesday"), "21 January 2026");
    assert_eq!(message("last November"), "November 2025");
    assert_eq!(message("next November"), "November 2026");
    assert_eq!(message("in mid-November"), "mid-November 2025");
    assert_eq!(message("in early March"), "early March 2026");
    assert_eq!(message("earlier this month"), "January 2026, before 14 January 2026");
    assert_eq!(message("recently"), "shortly before 14 January 2026");
}

#[test]
fn without_a_date_it_is_counted_from_today() {
    let found = check_by("relative-date", "It rained yesterday.\n");
    assert!(found[0].message.contains("24 November 2026"), "{}", found[0].message);
}

#[test]
fn one_address_behind_a_fourth_text_is_found_once() {
    let links = ["one", "two", "One", "three", "four", "five"]
        .map(|text| format!("[{text}](https://x.example)"));
    let source = links.join("\n");
    let found = check_by("link-target", &source);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].span.of(&source), "[four](https://x.example)");
}

#[test]
fn addresses_of_every_kind_are_told_apart() {
    let is_found =
        |address: &str| !check_by("link-target", &format!("[x]({address})\n")).is_empty();
    let good = [
        "https://a.example/b?c#d",
        "HTTP://A.example",
        "mailto:a@b.example",
        "#below",
        "there.png",
        "there.png#page=2",
        "https://[2001:db8::1]/",
        "tel:+123",
        "https://bücher.example",
        "//a.example/b",
    ];
    good.iter().for_each(|address| assert!(!is_found(address), "{address}"));
    let bad = [
        "http:/a.example",
        "https://",
        "https//a.example",
        "htps://a.example",
        "www.a.example",
        "gone.png",
        "http://127.0.0.1:80/",
        "https://LOCALHOST",
        "http://[::1]/",
        "mailto:nobody",
        "https://a..example",
        "https://word",
    ];
    bad.iter().for_each(|address| assert!(is_found(address), "{address}"));
}
