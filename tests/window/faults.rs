//! Changes that go astray between window and backend.

use lede_tests::{Home, Window, place};

const DRAFT: &str = "five-points.md";

/// Puts something between the window and the backend: `send` is the true way of a change.
fn between(window: &Window, fault: &str) {
    window.eval(&format!(
        "const proto = XMLHttpRequest.prototype;
        const open = proto.open, send = proto.send;
        let fault = {fault};
        proto.open = function (method, url, later) {{ this.where = url; return open.call(this, method, url, later); }};
        proto.send = function (body) {{
            if (!fault || !String(this.where).endsWith('/change')) return send.call(this, body);
            return fault(this, body, send, () => {{ fault = null; }});
        }};
        window.again = function (body) {{
            const request = new XMLHttpRequest();
            open.call(request, 'POST', 'lede://localhost/change', false);
            send.call(request, body);
        }};"
    ));
}

/// Types through a fault and holds window, preview and file to the same text.
fn typed_through(name: &str, fault: &str) {
    let window = Window::open(name, Home::new().with_drafts([place::fixture(DRAFT)]));
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.click(".cm-content");
    window.press("ctrl+End");
    between(&window, fault);
    window.type_text(" One two three four.");
    window.until_text("[data-preview]", |text| text.contains("for ever. One two three four."));
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("for ever. One two three four.") && text.matches("One two").count() == 1
    });
    window.until_text(".cm-content", |text| text.contains("for ever. One two three four."));
}

#[test]
fn a_dropped_change_is_noticed_and_nothing_is_lost() {
    typed_through(
        "dropped",
        "(request, body, send, end) => { end(); throw new Error('dropped'); }",
    );
}

#[test]
fn a_change_whose_answer_is_dropped_is_noticed_and_nothing_is_doubled() {
    typed_through(
        "answer-dropped",
        "(request, body, send, end) => { end(); send.call(request, body); throw new Error('dropped'); }",
    );
}

#[test]
fn a_doubled_change_is_noticed_and_nothing_is_doubled() {
    typed_through(
        "doubled",
        "(request, body, send, end) => { end(); window.again(body); return send.call(request, body); }",
    );
}

#[test]
fn swapped_changes_are_noticed_and_nothing_is_lost() {
    typed_through(
        "swapped",
        "(() => {
            let held = null;
            return (request, body, send, end) => {
                if (held === null) { held = body; throw new Error('held'); }
                end();
                send.call(request, body);
                window.again(held);
            };
        })()",
    );
}

#[test]
fn a_backend_that_has_another_text_is_given_the_windows_after_a_second_of_quiet() {
    let window = Window::open("quiet", Home::new().with_drafts([place::fixture(DRAFT)]));
    window.until_text("[data-preview]", |text| text.contains("The Ladder Is Too Short"));
    window.click(".cm-content");
    window.press("ctrl+End");
    // A change that the backend takes as another one of the same length.
    between(
        &window,
        "(request, body, send, end) => { end(); return send.call(request, body.replace('\"x\"', '\"y\"')); }",
    );
    window.type_text("x");
    window.until_text("[data-preview]", |text| text.contains("for ever.y"));
    window.until_text("[data-preview]", |text| text.contains("for ever.x"));
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("for ever.x"));
}
