//! What holds for any front matter, any field and any value.

use piece::FrontMatter;
use piece::details::{DetailError, Details, Field, Value, set_detail};
use proptest::prelude::*;
use proptest::sample::select;
use text::Text;

/// Entries of front matter: keys with all kinds of values and what may stand around them.
const ENTRIES: [&str; 22] = [
    "title: Old\n",
    "title: 'It''s' # kept\n",
    "title: >-\n  Two\n  lines\n\n",
    "subtitle: \"a: \\\"b\\\"\"\n",
    "subtitle:\n  Below\n",
    "date: 2026-03-01\n",
    "date: # none yet\n",
    "tags: [a, 'b', \"c, d\"] # three\n",
    "tags:\n- a # one\n# between\n- b\n",
    "tags:\n    - x\n    - y z\n",
    "tags: a, b\n",
    "author: [A, B]\n",
    "author: {name: A}\n",
    "lang: en\n",
    "state: draft\n",
    "image: a.png   # mine\n",
    "layout: post\n",
    "\"odd key\": |\n  title: x\n  tags: y\n",
    "# a comment\n",
    "\n",
    "list:\n  - title: x\n    date: y\n",
    "anchor: &a v\nslug: *a\n",
];

fn front_matter() -> impl Strategy<Value = String> {
    let entries = prop::collection::vec(select(&ENTRIES[..]), 0..6);
    let ends = (select(&["\n", "\r\n"][..]), select(&["---", "..."][..]), any::<bool>());
    let body = select(&["", "\n# T\n\n---\n\nEnd.\n", "x"][..]);
    (entries, ends, body).prop_map(|(entries, (end, fence, marked), body)| {
        let mark = if marked { "\u{feff}" } else { "" };
        format!("{mark}{}", format!("---\n{}{fence}\n{body}", entries.concat()).replace('\n', end))
    })
}

fn any_text() -> impl Strategy<Value = String> {
    let plain = "[ -~é🚢\n]{0,12}";
    let hard = select(
        &[
            "no",
            "12",
            "~",
            "null",
            "- a",
            "a: b",
            " #x",
            "'",
            "\"",
            "\\",
            "[",
            "a,b",
            "2026-03-01",
            "---",
            "\u{2028}",
            "&a",
            "*a",
            "!t",
            "{{title}}",
            "\t",
        ][..],
    );
    prop_oneof![plain.prop_map(|text: String| text), hard.prop_map(str::to_owned)]
}

fn any_value() -> impl Strategy<Value = (Field, Value)> {
    let texts = Field::ALL.into_iter().filter(|field| *field != Field::Tags).collect::<Vec<_>>();
    let text = (select(texts), any_text()).prop_map(|(field, text)| (field, Value::Text(text)));
    let tags = prop::collection::vec(
        any_text().prop_filter("a tag is no nothing", |tag| !tag.is_empty()),
        0..4,
    );
    prop_oneof![text, tags.prop_map(|tags| (Field::Tags, Value::List(tags)))]
}

/// The lines of front matter that do not belong to `field`: they may not change.
fn lines_of_others(source: &str, field: Field) -> Vec<String> {
    let matter = FrontMatter::find(source).map_or("", |matter| matter.yaml.of(source));
    let mut kept = Vec::new();
    let mut own = false;
    for line in matter.split_inclusive('\n') {
        let is_own = line.starts_with(&format!("{}:", field.key()));
        let goes_on = line.starts_with([' ', '-']) || line.starts_with("# between");
        own = is_own || (own && goes_on);
        if !own && !line.trim().is_empty() {
            kept.push(line.to_owned());
        }
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn what_is_set_is_read_back_and_all_else_stays(
        source in front_matter(),
        (field, value) in any_value(),
    ) {
        let before = Details::read(&source);
        match set_detail(&Text::new(source.clone()), field, &value) {
            Ok(edits) => {
                let after = edits.apply(&source);
                let read = Details::read(&after);
                let is_empty = value == Value::Text(String::new()) || value == Value::List(Vec::new());
                prop_assert_eq!(read.value(field), Some(&value).filter(|_| !is_empty), "{}", after);
                let others = |details: &Details| details.fields.iter()
                    .filter(|detail| detail.field != field)
                    .map(|detail| (detail.field, detail.value.clone(), detail.trouble)).collect::<Vec<_>>();
                prop_assert_eq!(others(&read), others(&before));
                prop_assert_eq!(&read.others, &before.others);
                prop_assert_eq!(lines_of_others(&after, field), lines_of_others(&source, field));
                let body = |source: &str| source[FrontMatter::body_start(source)..].to_owned();
                prop_assert_eq!(body(&after), body(&source));
                let again = set_detail(&Text::new(after), field, &value).unwrap();
                prop_assert!(again.is_empty());
            }
            Err(DetailError::Unreadable(trouble)) => prop_assert_eq!(before.trouble, Some(trouble)),
            Err(DetailError::Twice(_)) => prop_assert!(
                before.fields.iter().filter(|detail| detail.field == field).count() > 1),
            // Only where another value leans on this one, or a reader would see something else.
            Err(DetailError::NotReadAsMeant(_)) => prop_assert!(source.contains("&a"), "{:?} {:?} in {}", field, value, source),
        }
    }

    #[test]
    fn any_front_matter_can_be_read_and_set(yaml in "[a-z:\\- \n\\[\\]{}'\"#&*|>,!%@é]{0,40}", (field, value) in any_value()) {
        let source = format!("---\n{yaml}\n---\nText.\n");
        let _ = Details::read(&source);
        if let Ok(edits) = set_detail(&Text::new(source.clone()), field, &value) {
            let after = edits.apply(&source);
            prop_assert_eq!(&after[FrontMatter::body_start(&after)..], &source[FrontMatter::body_start(&source)..]);
        }
    }

    #[test]
    fn a_text_without_front_matter_gets_one(source in "[a-z#*\n\r-]{0,20}", (field, value) in any_value()) {
        prop_assume!(FrontMatter::find(&source).is_none());
        let edits = set_detail(&Text::new(source.clone()), field, &value).unwrap();
        let after = edits.apply(&source);
        prop_assert!(after.ends_with(&source));
        prop_assert_eq!(Details::read(&after).value(field).is_none(), edits.is_empty());
    }
}
