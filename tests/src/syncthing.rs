//! Syncthing, which keeps one folder on two machines. Here both machines are this one: each has its
//! own end of the loopback, its own keys and its own folder, and nothing else of the network.

use crate::{Group, place, port::free_ports, until};
use serde_json::Value;
use std::{fs, path::Path, process::Command, time::Duration};
use tempfile::TempDir;
use ureq::Agent;

/// Two Syncthings that keep two folders the same, for as long as it lives.
#[derive(Debug)]
pub struct Syncthing {
    agent: Agent,
    ends: [End; 2],
    _keys: TempDir,
}

/// One of the two machines.
#[derive(Debug)]
struct End {
    rest: String,
    /// How the other one calls this one.
    device: String,
    _program: Group,
}

const CONFIG: &str = include_str!("syncthing.xml");

impl Syncthing {
    /// Whether there is a Syncthing on this machine.
    pub fn is_installed() -> bool {
        Command::new("syncthing").arg("--version").output().is_ok_and(|it| it.status.success())
    }

    /// Joins two folders, and waits until both machines see each other and have the same files.
    /// `name` is the test's, for the log.
    ///
    /// # Panics
    /// If Syncthing does not start or the two do not meet.
    pub fn between(name: &str, folders: [&Path; 2]) -> Self {
        let keys = TempDir::new().expect("the temporary folder can be written to");
        let homes = ["one", "other"].map(|end| keys.path().join(end));
        let devices = [device(&homes[0]), device(&homes[1])];
        let [one, other, one_rest, other_rest] = free_ports();
        let (ports, rest_ports) = ([one, other], [one_rest, other_rest]);
        let start = |end: usize| {
            let other = 1 - end;
            let config = CONFIG
                .replace("{folder}", &folders[end].display().to_string())
                .replace("{own}", &devices[end])
                .replace("{other}", &devices[other])
                .replace("{own_port}", &ports[end].to_string())
                .replace("{other_port}", &ports[other].to_string())
                .replace("{rest_port}", &rest_ports[end].to_string());
            fs::write(homes[end].join("config.xml"), config).expect("our own folder");
            let rest = format!("http://127.0.0.1:{}/rest", rest_ports[end]);
            let device = devices[end].clone();
            End { rest, device, _program: started(&homes[end], &format!("{name}-{end}")) }
        };
        let config = Agent::config_builder().proxy(None).http_status_as_error(true);
        let agent = config.timeout_global(Some(Duration::from_secs(30))).build().into();
        let pair = Self { agent, ends: [start(0), start(1)], _keys: keys };
        until("the two machines see each other", || pair.see_each_other());
        until("the two machines have the same files", || pair.is_quiet());
        pair
    }

    fn see_each_other(&self) -> Result<(), String> {
        for (end, other) in [(0, 1), (1, 0)] {
            let connections = self.get(end, "system/connections")?;
            let other = &connections["connections"][&self.ends[other].device];
            if other["connected"] != true {
                return Err(other.to_string());
            }
        }
        Ok(())
    }

    /// How many changes each of the two has seen so far, when neither waits for anything of the other's.
    ///
    /// # Errors
    /// What they still wait for.
    pub fn is_quiet(&self) -> Result<[u64; 2], String> {
        let mut seen = [0; 2];
        for end in [0, 1] {
            let status = self.get(end, "db/status?folder=lede")?;
            let waits = status["needTotalItems"].as_u64().unwrap_or(1);
            if status["state"] != "idle" || waits > 0 {
                return Err(format!("{}: waits for {waits}", status["state"]));
            }
            let device = &self.ends[1 - end].device;
            let other = self.get(end, &format!("db/completion?folder=lede&device={device}"))?;
            if other["completion"] != 100 || other["needDeletes"] != 0 {
                return Err(format!("the other one waits: {other}"));
            }
            seen[end] = status["sequence"].as_u64().unwrap_or_default();
        }
        Ok(seen)
    }

    fn get(&self, end: usize, path: &str) -> Result<Value, String> {
        let asked = self.agent.get(format!("{}/{path}", self.ends[end].rest));
        let mut answer =
            asked.header("X-API-Key", "lede").call().map_err(|error| error.to_string())?;
        answer.body_mut().read_json().map_err(|error| error.to_string())
    }
}

/// Makes the keys of a machine, and gives the name that follows from them.
fn device(home: &Path) -> String {
    let made = Command::new("syncthing")
        .args(["generate", "--no-default-folder", "--home"])
        .arg(home)
        .env("HOME", home)
        .output()
        .expect("syncthing starts");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stdout));
    let config = fs::read_to_string(home.join("config.xml")).expect("a config was made");
    let name = config.split("<device id=\"").nth(1).and_then(|rest| rest.split('"').next());
    name.expect("a machine has a name").to_owned()
}

fn started(home: &Path, name: &str) -> Group {
    let line = ["syncthing", "serve", "--no-browser", "--no-restart", "--home"].map(str::to_owned);
    let line = [&line[..], &[home.display().to_string()]].concat();
    let environment = ["HOME", "XDG_CONFIG_HOME"].map(|it| (it.to_owned(), line[5].clone()));
    let own = [("STNOUPGRADE".to_owned(), "1".to_owned())];
    let log = place::target("window-pictures").join(format!("{name}-syncthing.log"));
    Group::start(&line, &[&environment[..], &own].concat(), Some(&log))
}
