//! What the page may do: nothing but show the text and talk to the app.

use lede_tests::{Home, Window, place, until};
use serde_json::Value;

fn opened(name: &str) -> Window {
    let window = Window::open(name, Home::new().with_drafts([place::fixture("five-points.md")]));
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window
}

#[test]
fn scripts_and_styles_that_are_not_the_apps_own_do_nothing() {
    let window = opened("policy");
    window.eval(
        "window.ran = [];
        document.addEventListener('securitypolicyviolation', event => ran.push(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'window.canary = 1';
        document.body.append(script);
        const style = document.createElement('style');
        style.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }';
        document.body.append(style);
        const root = document.querySelector('[data-preview]').shadowRoot;
        const image = document.createElement('div');
        image.innerHTML = '<img src=x onerror=\"window.canary = 2\"><iframe srcdoc=\"<script>top.canary = 3</script>\"></iframe>';
        root.append(image);
        fetch('http://127.0.0.1:9/').catch(() => ran.push('fetch'));",
    );
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(window.eval("return window.canary ?? null"), Value::Null);
    let outline = window.eval("return getComputedStyle(document.body).outlineWidth");
    assert_ne!(outline, "7px", "an alien style applied");
    let ran = window.eval("return window.ran").to_string();
    for blocked in ["script-src", "style-src", "connect-src"] {
        assert!(ran.contains(blocked), "{blocked} blocked nothing: {ran}");
    }
}

#[test]
fn the_editors_own_styles_apply_under_the_policy() {
    let window = opened("nonce");
    let rules = window.eval(
        "return [...document.adoptedStyleSheets, ...document.styleSheets]
            .filter(sheet => [...sheet.cssRules].some(rule => rule.cssText.includes('.cm-'))).length",
    );
    assert!(rules.as_u64() >= Some(1), "CodeMirror has no styles");
    let display =
        window.eval("return getComputedStyle(document.querySelector('.cm-scroller')).display");
    assert_eq!(display, "flex");
}

#[test]
fn calls_go_by_the_apps_own_protocol_and_not_by_the_fallback() {
    let window = opened("ipc");
    window.eval(
        "window.called = [];
        const fetching = window.fetch;
        window.fetch = (url, options) => { called.push(String(url)); return fetching(url, options); };",
    );
    window.press("ctrl+s");
    let called = until("a call went out", || match window.eval("return window.called") {
        Value::Array(called) if !called.is_empty() => Ok(called),
        none => Err(none.to_string()),
    });
    let own = called
        .iter()
        .filter(|url| url.as_str().is_some_and(|url| url.starts_with("ipc://localhost/")));
    assert_eq!(own.count(), called.len(), "{called:?}");
    // The fallback would be taken after the first refusal, and for good.
    window.until_text("[data-status]", |text| text.starts_with("Saved"));
}

#[test]
fn the_window_has_no_tauri_of_its_own_and_no_foreign_page_takes_its_place() {
    let window = opened("navigation");
    assert_eq!(window.eval("return typeof window.__TAURI__"), "undefined");
    window.eval("location.href = 'https://tarn.example/'");
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(window.eval("return location.protocol"), "tauri:");
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
}
