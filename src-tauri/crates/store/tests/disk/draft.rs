//! The mirror: whatever the window does, and whatever becomes of its messages, window, mirror and file
//! end up equal, and lines that nobody touched keep their bytes.

use proptest::prelude::*;
use std::time::{Duration, Instant};
use store::{Base, Draft, OnDisk, Opened, Resync, Session, WindowHash};
use text::{ChangeSet, Edit, Edits, Section, Span, Text, WindowOffset};

/// What is hard in a text: every line end, astral characters, marks in the middle.
const PIECES: &[&str] =
    &["a", "word ", "\n", "\r\n", "\r", "é", "🚢", "\u{2028}", "中", "# ", "\n\n"];

pub(crate) fn any_source() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..24);
    (any::<bool>(), pieces).prop_map(|(marked, pieces)| {
        let mark = if marked { "\u{feff}" } else { "" };
        format!("{mark}{}", pieces.concat())
    })
}

pub(crate) fn draft_of(source: &str) -> Draft {
    Draft::new("a.md".into(), Opened::new(source.to_owned()))
}

/// A message of the window: session, base version, change, resulting length.
pub(crate) type Message = (Session, u64, ChangeSet, WindowOffset);

/// The window as far as the mirror can tell: a text, and what it believes of the mirror.
pub(crate) struct Window {
    pub(crate) text: String,
    session: Session,
    pub(crate) version: u64,
}

impl Window {
    pub(crate) fn on(draft: &Draft) -> Self {
        let text = draft.text().window_text();
        Self { text, session: draft.session(), version: draft.version() }
    }

    /// Carries a change out and makes the message that reports it.
    pub(crate) fn carry_out(&mut self, change: ChangeSet) -> Message {
        let mut text = Text::new(String::new());
        text.apply(&Edits::one(Edit::insert(text::ByteOffset(0), self.text.as_str())));
        let edits = text.edits_from_window(&change).unwrap();
        text.apply(&edits);
        self.text = text.window_text();
        let message = (self.session, self.version, change, text.window_len());
        self.version += 1;
        message
    }

    /// Replaces from the one to the other of two places, each anywhere, by `insert`.
    pub(crate) fn edit(&mut self, (from, to, insert): &(usize, usize, String)) -> Message {
        let places: Vec<usize> =
            (0..=self.text.len()).filter(|&at| self.text.is_char_boundary(at)).collect();
        let (from, to) = (places[from % places.len()], places[to % places.len()]);
        let (from, to) = (from.min(to), from.max(to));
        let units = |text: &str| text.encode_utf16().count();
        let lines = insert.split('\n').map(str::to_owned).collect();
        self.carry_out(ChangeSet(vec![
            Section::Keep(units(&self.text[..from])),
            Section::Replace(units(&self.text[from..to]), lines),
            Section::Keep(units(&self.text[to..])),
        ]))
    }

    pub(crate) fn resync(&mut self, draft: &mut Draft) {
        let resynced = draft.resync(&self.text);
        self.session = resynced.session;
        self.version = resynced.version;
    }
}

pub(crate) fn send(draft: &mut Draft, message: &Message) -> Result<store::Applied, Resync> {
    draft.change(message.0, message.1, &message.2, message.3)
}

pub(crate) fn any_edit() -> impl Strategy<Value = (usize, usize, String)> {
    let insert = prop::sample::select(vec!["", "x", "\n", "two\nlines", "🚢", "\n\n"]);
    (0usize..999, 0usize..999, insert.prop_map(str::to_owned))
}

/// What becomes of a message on its way.
#[derive(Clone, Copy, Debug)]
enum Fault {
    None,
    Dropped,
    Doubled,
    SwappedWithNext,
}

fn any_fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        6 => Just(Fault::None),
        1 => Just(Fault::Dropped),
        1 => Just(Fault::Doubled),
        1 => Just(Fault::SwappedWithNext),
    ]
}

/// The messages in the order in which they arrive.
fn on_the_way(messages: Vec<(Message, Fault)>) -> Vec<Message> {
    let mut arriving = Vec::new();
    let mut held = None;
    for (message, fault) in messages {
        let swapped = held.take();
        match fault {
            Fault::Dropped => {}
            Fault::SwappedWithNext => held = Some(message),
            Fault::Doubled => arriving.extend([message.clone(), message]),
            Fault::None => arriving.push(message),
        }
        arriving.extend(swapped);
    }
    arriving.extend(held);
    arriving
}

/// The file's lines, each with its ending, that both texts have at the start and at the end.
fn untouched(old: &str, new: &str) -> (usize, usize) {
    let lines = |text: &str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(old), lines(new));
    let head = old.iter().zip(&new).take_while(|pair| pair.0 == pair.1).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|pair| pair.0 == pair.1).count();
    (head, tail)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn without_a_fault_no_change_is_refused(
        source in any_source(), edits in prop::collection::vec(any_edit(), 0..8)
    ) {
        let mut draft = draft_of(&source);
        let mut window = Window::on(&draft);
        for edit in &edits {
            let before = draft.text().as_str().to_owned();
            let message = window.edit(edit);
            let applied = send(&mut draft, &message).unwrap();
            prop_assert_eq!(applied.version, window.version);
            prop_assert_eq!(applied.edits.apply(&before), draft.text().as_str());
            prop_assert_eq!(draft.text().window_text(), window.text.clone());
        }
    }

    #[test]
    fn every_message_dropped_doubled_or_swapped_is_noticed_and_mended(
        source in any_source(),
        edits in prop::collection::vec((any_edit(), any_fault()), 1..10),
    ) {
        let mut draft = draft_of(&source);
        let mut window = Window::on(&draft);
        let sent: Vec<(Message, Fault)> =
            edits.iter().map(|(edit, fault)| (window.edit(edit), *fault)).collect();
        let all = sent.len();
        let arriving = on_the_way(sent);
        let taken = arriving.iter().filter(|message| send(&mut draft, message).is_ok()).count();
        // What was taken is a run from the start: the mirror never skipped one.
        prop_assert_eq!(draft.version() as usize, taken);
        let equal = draft.text().window_text() == window.text;
        prop_assert!(equal || taken < all, "a fault passed unnoticed");
        if taken < all {
            window.resync(&mut draft);
            // What was under way before is of the old session.
            for late in &arriving {
                prop_assert!(send(&mut draft, late).is_err());
            }
        }
        prop_assert_eq!(draft.text().window_text(), window.text.clone());
        let (source, window_hash) = (window.text.clone(), draft.window_hash());
        let mut shown = Text::new(String::new());
        shown.apply(&Edits::one(Edit::insert(text::ByteOffset(0), source)));
        prop_assert_eq!(WindowHash::of(&shown), window_hash);
        let again = window.edit(&(0, 0, "x".to_owned()));
        prop_assert!(send(&mut draft, &again).is_ok());
    }

    #[test]
    fn a_resync_keeps_the_bytes_of_lines_that_did_not_change(
        lines in prop::collection::vec((prop::sample::select(vec!["one", "two", "three", ""]),
            prop::sample::select(vec!["\n", "\r\n"])), 1..12),
        changed in 0usize..12, insert in "[a-z]{1,4}",
    ) {
        let source: String = lines.iter().map(|(line, end)| format!("{line}{end}")).collect();
        let mut draft = draft_of(&source);
        let mut window: Vec<String> =
            draft.text().window_lines().map(str::to_owned).collect();
        let place = changed % window.len();
        window[place].push_str(&insert);
        draft.resync(&window.join("\n"));
        let (head, tail) = untouched(&source, draft.text().as_str());
        prop_assert!(head + tail + 1 >= source.split_inclusive('\n').count());
    }

    #[test]
    fn an_offer_that_the_window_carries_out_becomes_the_offered_text(
        source in any_source(), offered in any_source()
    ) {
        let mut draft = draft_of(&source);
        let mut window = Window::on(&draft);
        let offer = draft.offer(text::diff(&source, &offered)).unwrap();
        prop_assert_eq!(offer.base_version, draft.version());
        let message = window.carry_out(offer.change_set);
        send(&mut draft, &message).unwrap();
        prop_assert_eq!(draft.text().as_str(), offered);
        prop_assert_eq!(draft.text().window_text(), window.text);
    }

    #[test]
    fn a_clean_draft_becomes_what_is_in_the_file_byte_for_byte(
        source in any_source(), theirs in any_source()
    ) {
        let mut draft = draft_of(&source);
        let mut window = Window::on(&draft);
        let start = Instant::now();
        let mut seen = draft.changed_on_disk(Some(theirs.as_bytes()), start);
        if let OnDisk::ForNow { look_again } = seen {
            prop_assert!(theirs.is_empty());
            seen = draft.changed_on_disk(Some(theirs.as_bytes()), look_again);
        }
        match seen {
            OnDisk::Same => {}
            OnDisk::Reload(offer) => {
                let again = draft.changed_on_disk(Some(theirs.as_bytes()), start);
                prop_assert_eq!(again, OnDisk::Same, "it is offered once");
                let message = window.carry_out(offer.change_set);
                send(&mut draft, &message).unwrap();
            }
            other => prop_assert!(false, "{:?}", other),
        }
        prop_assert_eq!(draft.text().as_str(), theirs.as_str());
        prop_assert_eq!(draft.text().window_text(), window.text);
        prop_assert!(!draft.is_dirty());
        prop_assert_eq!(draft.base(), Some(&Base::of(&theirs)));
    }
}

/// A draft, with `typed` put in at the start of the window's text.
pub(crate) fn typed_into(source: &str, typed: &str) -> (Draft, Window) {
    let mut draft = draft_of(source);
    let mut window = Window::on(&draft);
    let message = window.edit(&(0, 0, typed.to_owned()));
    send(&mut draft, &message).unwrap();
    (draft, window)
}

pub(crate) fn now() -> Instant {
    Instant::now()
}

#[test]
fn an_offer_mapped_over_a_letter_typed_meanwhile_keeps_its_line_ends() {
    let mut draft = draft_of("one\ntwo\n");
    let mut window = Window::on(&draft);
    let OnDisk::Reload(offer) = draft.changed_on_disk(Some(b"one\ntwo\r\nthree\r\n"), now()) else {
        panic!("a clean draft reloads");
    };
    let letter = window.edit(&(0, 0, "x".into()));
    send(&mut draft, &letter).unwrap();
    let mapped = {
        let Section::Keep(kept) = offer.change_set.0[0].clone() else { panic!("it keeps a line") };
        let rest = offer.change_set.0[1..].iter().cloned();
        ChangeSet([Section::Keep(kept + 1)].into_iter().chain(rest).collect())
    };
    let carried = window.carry_out(mapped);
    send(&mut draft, &carried).unwrap();
    assert_eq!(draft.text().as_str(), "xone\ntwo\r\nthree\r\n");
    assert_eq!(draft.base(), Some(&Base::of("one\ntwo\r\nthree\r\n")));
    assert!(draft.is_dirty());
}

#[test]
fn line_ends_alone_are_taken_over_without_the_window() {
    let mut draft = draft_of("one\ntwo\n");
    assert_eq!(draft.changed_on_disk(Some(b"\xef\xbb\xbfone\r\ntwo\r\n"), now()), OnDisk::Same);
    assert_eq!(draft.text().as_str(), "\u{feff}one\r\ntwo\r\n");
    assert!(!draft.is_dirty());
}

#[test]
fn no_second_offer_is_made_while_one_is_on_its_way() {
    let mut draft = draft_of("text");
    let insert = || Edits::one(Edit::replace(Span::new(0, 0), "x"));
    draft.offer(insert()).unwrap();
    assert_eq!(draft.offer(insert()), Err(store::StillPending));
    let seen = draft.changed_on_disk(Some(b"theirs"), now());
    assert!(matches!(seen, OnDisk::ForNow { .. }));
    draft.resync("text");
    assert!(draft.offer(insert()).is_ok());
}

#[test]
fn a_save_makes_clean_what_was_saved_and_no_more() {
    let (mut draft, mut window) = typed_into("base", "mine ");
    let (version, bytes) = draft.to_save();
    assert_eq!(bytes, b"mine base");
    assert_eq!(draft.changed_on_disk(Some(&bytes), now()), OnDisk::OwnSave);
    let message = window.edit(&(0, 0, "x".into()));
    send(&mut draft, &message).unwrap();
    draft.saved(version);
    assert!(draft.is_dirty());
    assert_eq!(draft.changed_on_disk(Some(&bytes), now()), OnDisk::Same);
    let message = window.edit(&(0, 1, String::new()));
    send(&mut draft, &message).unwrap();
    assert!(!draft.is_dirty(), "the letter is gone again");
}

#[test]
fn an_own_text_of_earlier_is_an_echo_at_first_and_then_somebody_put_it_back() {
    let (mut draft, mut window) = typed_into("", "one");
    let save = |draft: &mut Draft| {
        let (version, _) = draft.to_save();
        draft.saved(version);
    };
    save(&mut draft);
    let message = window.edit(&(0, 0, "x".into()));
    send(&mut draft, &message).unwrap();
    save(&mut draft);
    let OnDisk::ForNow { look_again } = draft.changed_on_disk(Some(b"one"), now()) else {
        panic!("it may be an echo");
    };
    assert!(matches!(draft.changed_on_disk(Some(b"one"), look_again), OnDisk::Reload(_)));
}

#[test]
fn the_text_saved_last_is_somebody_else_s_when_it_comes_back_after_another() {
    let (mut draft, mut window) = typed_into("base", "mine ");
    let (version, mine) = draft.to_save();
    draft.saved(version);
    let OnDisk::Reload(offer) = draft.changed_on_disk(Some(b"theirs"), now()) else {
        panic!("a saved draft reloads");
    };
    let message = window.carry_out(offer.change_set);
    send(&mut draft, &message).unwrap();
    let (first, later) = at_first_and_later(&mut draft, Some(&mine));
    assert!(matches!(first, OnDisk::ForNow { .. }) && matches!(later, OnDisk::Reload(_)));
    assert_eq!(draft.base(), Some(&Base::of("theirs")), "not before the window has it");
}

/// What is made of a file that looks like `seen` at once and after two seconds.
fn at_first_and_later(draft: &mut Draft, seen: Option<&[u8]>) -> (OnDisk, OnDisk) {
    let start = now();
    let first = draft.changed_on_disk(seen, start);
    (first, draft.changed_on_disk(seen, start + Duration::from_secs(2)))
}

#[test]
fn a_file_gone_empty_or_broken_is_believed_after_two_seconds() {
    let cases: [(Option<&[u8]>, OnDisk); 2] =
        [(None, OnDisk::Vanished), (Some(b"caf\xe9"), OnDisk::NotText)];
    for (seen, later) in cases {
        let mut draft = draft_of("text");
        let told = at_first_and_later(&mut draft, seen);
        assert!(matches!(told.0, OnDisk::ForNow { .. }));
        assert_eq!(told.1, later);
        assert_eq!(draft.text().as_str(), "text");
    }
    let (first, later) = at_first_and_later(&mut draft_of("text"), Some(b""));
    assert!(matches!(first, OnDisk::ForNow { .. }) && matches!(later, OnDisk::Reload(_)));
}

#[test]
fn a_file_that_comes_back_in_time_was_never_gone() {
    let mut draft = draft_of("text");
    let start = now();
    draft.changed_on_disk(None, start);
    assert_eq!(draft.changed_on_disk(Some(b"text"), start), OnDisk::Same);
    let later = start + Duration::from_secs(3);
    assert!(matches!(draft.changed_on_disk(None, later), OnDisk::ForNow { .. }));
}

#[test]
fn a_change_that_would_lead_elsewhere_leaves_the_mirror_alone() {
    let mut draft = draft_of("a\r\nb");
    let change = ChangeSet(vec![Section::Replace(3, vec!["x".into()])]);
    let refused = draft.change(draft.session(), 0, &change, WindowOffset(2));
    assert_eq!(refused, Err(Resync::Length { expected: WindowOffset(1), got: WindowOffset(2) }));
    assert_eq!((draft.text().as_str(), draft.version()), ("a\r\nb", 0));
}

#[test]
fn the_window_s_hash_is_what_the_window_computes() {
    let hash = |text: &str| WindowHash::of(&Text::new(text.to_owned())).0;
    // Made by the formula in the window's own language.
    assert_eq!(hash(""), 3_338_908_027_751_811);
    assert_eq!(hash("a"), 7_929_297_801_672_961);
    assert_eq!(hash("\u{feff}The ferry 🚢\r\nis late.\n"), 7_740_965_353_688_533);
    assert_eq!(hash("é\r\r\n中"), 8_727_476_882_837_119);
}
