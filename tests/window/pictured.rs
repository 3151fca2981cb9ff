//! Pictures that come into a draft.

use lede_tests::{Window, until};
use std::fs;

const DRAFT: &str = "five-points.md";
const PNG: &[u8] = include_bytes!("../../src-tauri/icons/icon.png");

fn is_shown(window: &Window) {
    until("the preview shows the picture", || {
        let width = window.eval(
            "const root = document.querySelector('[data-preview]').shadowRoot;
            return root.querySelector('img')?.naturalWidth ?? 0;",
        );
        if width.as_u64() > Some(0) { Ok(()) } else { Err(format!("its width is {width}")) }
    });
}

#[test]
fn a_picture_on_the_clipboard_comes_beside_the_draft_and_asks_for_its_words() {
    let window = Window::at_end_of("picture-pasted", DRAFT);
    window.display().copy_as("image/png", PNG);
    window.press("ctrl+v");
    window.until_text("[data-status]", |text| text.contains("Say between the brackets"));
    window.type_text("The clock at noon");
    window.until_saved(DRAFT, |bytes| {
        String::from_utf8_lossy(bytes).contains("\n\n![The clock at noon](assets/")
    });
    is_shown(&window);
    window.picture("pasted");
    let kept: Vec<_> = fs::read_dir(window.home().library().join("assets"))
        .expect("the folder is there")
        .map(|entry| fs::read(entry.expect("a file").path()).expect("it can be read"))
        .collect();
    assert_eq!(kept.len(), 1);
    assert!(kept[0].starts_with(b"\x89PNG"));
}

#[test]
fn a_picture_is_dropped_where_the_mouse_is_and_what_is_none_is_refused() {
    let window = Window::at_end_of("picture-dropped", DRAFT);
    let drop = |name: &str, bytes: &[u8]| {
        window.eval(&format!(
            "const data = new DataTransfer();
            data.items.add(new File([new Uint8Array({bytes:?})], '{name}', {{ type: 'image/png' }}));
            const line = [...document.querySelectorAll('.cm-line')].at(-1).getBoundingClientRect();
            const at = {{ clientX: line.right - 4, clientY: line.bottom - 4 }};
            const event = new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data, ...at }});
            document.querySelector('.cm-content').dispatchEvent(event);"
        ));
    };
    drop("The Bell.png", PNG);
    let has = |link: &'static str| {
        window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains(link));
    };
    has("![](assets/the-bell.png)");
    is_shown(&window);
    let kept = fs::read(window.home().library().join("assets/the-bell.png"));
    assert_eq!(kept.expect("the picture is there"), PNG);
    drop("Not one.png", b"words");
    window.until_text("[data-status]", |text| text.contains("no picture that can be shown here"));
    let bytes = window.home().bytes(DRAFT);
    assert!(!String::from_utf8_lossy(&bytes).contains("not-one"));
}
