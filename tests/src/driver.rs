//! The web view's own driver, spoken to as the WebDriver standard has it.

use crate::{Group, port::free_ports, until};
use serde_json::{Value, json};
use std::{path::Path, time::Duration};
use ureq::Agent;

/// One driver process, and in it one session with one app.
#[derive(Debug)]
pub struct Driver {
    agent: Agent,
    session: String,
    group: Group,
}

impl Driver {
    /// Starts the app by its driver, on a message bus of its own.
    ///
    /// # Panics
    /// If WebKitWebDriver is not installed, or the app does not open a page.
    pub fn start(
        app: &Path,
        arguments: &[String],
        environment: &[(String, String)],
        log: &Path,
    ) -> Self {
        let [port] = free_ports();
        let line = ["WebKitWebDriver", &format!("--port={port}")];
        let automated = ("TAURI_WEBVIEW_AUTOMATION".to_owned(), "true".to_owned());
        let environment = [environment, &[automated]].concat();
        let group = Group::start_on_a_bus(&line, &environment, log);
        let config = Agent::config_builder().proxy(None).http_status_as_error(false);
        let agent: Agent = config.timeout_global(Some(Duration::from_secs(90))).build().into();
        let base = format!("http://127.0.0.1:{port}");
        until("the driver answers", || {
            agent.get(format!("{base}/status")).call().map(drop).map_err(|error| error.to_string())
        });
        let options = json!({ "binary": app, "args": arguments });
        let wanted = json!({ "alwaysMatch": { "webkitgtk:browserOptions": options } });
        let mut driver = Self { agent, session: format!("{base}/session"), group };
        let made = driver.post("", &json!({ "capabilities": wanted }));
        let id = made["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {made}"));
        driver.session = format!("{base}/session/{id}");
        driver
    }

    /// Runs a function's body in the page and gives back what it returns.
    ///
    /// # Panics
    /// With what the page said, if it throws.
    pub fn eval(&self, body: &str) -> Value {
        self.eval_with(body, &json!([]))
    }

    /// The same with arguments, which the body finds in `arguments`.
    ///
    /// # Panics
    /// As [`Self::eval`].
    pub fn eval_with(&self, body: &str, arguments: &Value) -> Value {
        self.post("/execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Types into the element that has the focus: any character, where the display's keyboard has
    /// only its own.
    ///
    /// # Panics
    /// If no element has the focus.
    pub fn type_text(&self, text: &str) {
        let element = self.get("/element/active");
        let id = element.as_object().and_then(|it| it.values().next()).and_then(Value::as_str);
        let id = id.unwrap_or_else(|| panic!("nothing has the focus: {element}"));
        self.post(&format!("/element/{id}/value"), &json!({ "text": text }));
    }

    /// Whether the app still runs.
    pub fn runs(&self, app: &Path) -> bool {
        self.group.runs(app)
    }

    /// The process in the session that runs a program of this path, by its number.
    pub fn process(&self, program: &Path) -> Option<u32> {
        self.group.running(program).first().copied()
    }

    /// Sends a signal to what runs in the session of a program of this path.
    ///
    /// # Panics
    /// If nothing does.
    pub fn send(&self, program: &Path, signal: &str) {
        self.group.send(program, signal);
    }

    /// Kills what runs in the session of a program of this path.
    ///
    /// # Panics
    /// If nothing does.
    pub fn kill(&self, program: &Path) {
        self.group.send(program, "KILL");
    }

    /// Kills what runs in the session under this name, wherever it lies.
    ///
    /// # Panics
    /// If nothing does.
    pub fn kill_named(&self, name: &str) {
        self.group.kill_named(name);
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self.agent.post(format!("{}{path}", self.session)).send_json(body);
        value(path, answer)
    }

    fn get(&self, path: &str) -> Value {
        value(path, self.agent.get(format!("{}{path}", self.session)).call())
    }
}

type Answer = Result<ureq::http::Response<ureq::Body>, ureq::Error>;

/// What an answer carries.
fn value(path: &str, answer: Answer) -> Value {
    let mut answer = answer.unwrap_or_else(|error| panic!("the driver is gone at {path}: {error}"));
    let body: Value = answer.body_mut().read_json().expect("the driver answers in JSON");
    let value = body["value"].clone();
    let error = value.get("error").and_then(Value::as_str);
    if let (false, Some(error)) = (answer.status().is_success(), error) {
        panic!("{path}: {error}: {}", value["message"].as_str().unwrap_or_default());
    }
    value
}
