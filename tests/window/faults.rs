//! Changes that go astray between window and backend.

use lede_tests::Window;

const DRAFT: &str = "five-points.md";

/// Puts something between the window and the backend, until it ends itself: it is given a change's
/// body and the true way of one.
fn between(window: &Window, fault: &str) {
    window.eval(&format!(
        "const way = window.prompt;
        const send = body => way.call(window, body, 'change');
        let fault = {fault};
        window.ended = false;
        const end = () => {{ fault = null; window.ended = true; }};
        window.prompt = (body, what) =>
            fault && what === 'change' ? fault(body, send, end) : way.call(window, body, what);"
    ));
}

/// Types through a fault and holds window, preview and file to the same text.
fn typed_through(name: &str, fault: &str) {
    let window = Window::at_end_of(name, DRAFT);
    between(&window, fault);
    window.type_text(" One two three four.");
    window.until_text("[data-preview]", |text| text.contains("for ever. One two three four."));
    window.until_saved(DRAFT, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("for ever. One two three four.") && text.matches("One two").count() == 1
    });
    window.until_text(".cm-content", |text| text.contains("for ever. One two three four."));
    assert_eq!(window.eval("return window.ended"), true, "nothing went astray");
}

#[test]
fn a_dropped_change_is_noticed_and_nothing_is_lost() {
    typed_through("dropped", "(body, send, end) => { end(); throw new Error('dropped'); }");
}

#[test]
fn a_change_whose_answer_is_dropped_is_noticed_and_nothing_is_doubled() {
    typed_through(
        "answer-dropped",
        "(body, send, end) => { end(); send(body); throw new Error('dropped'); }",
    );
}

#[test]
fn a_doubled_change_is_noticed_and_nothing_is_doubled() {
    typed_through("doubled", "(body, send, end) => { end(); send(body); return send(body); }");
}

#[test]
fn swapped_changes_are_noticed_and_nothing_is_lost() {
    typed_through(
        "swapped",
        "(() => {
            let held = null;
            return (body, send, end) => {
                if (held === null) { held = body; throw new Error('held'); }
                end();
                const answer = send(body);
                send(held);
                return answer;
            };
        })()",
    );
}

#[test]
fn a_backend_that_has_another_text_is_given_the_windows_after_a_second_of_quiet() {
    let window = Window::at_end_of("quiet", DRAFT);
    // A change that the backend takes as another one of the same length.
    between(
        &window,
        "(body, send, end) => { end(); return send(body.replace('\"x\"', '\"y\"')); }",
    );
    window.type_text("x");
    window.until_text("[data-preview]", |text| text.contains("for ever.y"));
    window.until_text("[data-preview]", |text| text.contains("for ever.x"));
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("for ever.x"));
}

#[test]
fn where_the_app_is_not_asked_by_a_prompt_it_is_by_a_request() {
    let window = Window::at_end_of("by-request", DRAFT);
    window.eval("window.asked = 0; window.prompt = () => { window.asked++; return null; };");
    window.type_text(" One two.");
    window.until_text("[data-preview]", |text| text.contains("for ever. One two."));
    window.until_saved(DRAFT, |bytes| String::from_utf8_lossy(bytes).contains("One two."));
    assert_eq!(window.eval("return window.asked"), 9);
}
