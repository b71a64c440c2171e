//! The preview from outside: the real program on a free port, asked by hand-written requests.
//!
//! Nothing here waits by the clock: a question about changes (`/_/state`) is answered when something changes.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Stdio},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use support::{SITE_YAML, Site, Tree, assert_same_tree, read_tree, tashawur};

mod support;

/// A test that hears nothing for so long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// The script that the preview puts into pages.
const SCRIPT: &str = "<script type=\"module\" src=\"/_/live.js\" data-key=\"";

/// A running program, its address, and what it says.
struct Preview {
    child: Child,
    said: Receiver<String>,
    address: SocketAddr,
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().expect("the program ends");
    }
}

/// An answer: status, headers as they came, body.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|it| it.split_once(": "));
        lines.filter(|(it, _)| it.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    /// Returns the page as `build` writes it.
    fn page(&self) -> Vec<u8> {
        let text = self.text();
        match text.split_once(SCRIPT) {
            Some((before, rest)) => {
                let (_, after) = rest.split_once("\"></script>").expect("the tag is closed");
                format!("{before}{after}").into_bytes()
            }
            None => self.body.clone(),
        }
    }
}

/// Starts the program on a site and reads what it says from then on.
fn start(site: &Site, command: &str, more: &[&str]) -> (Child, Receiver<String>) {
    let mut program = tashawur();
    program.arg(command).arg("--site").arg(site.path()).args(more);
    let mut child = program.stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let stderr = child.stderr.take().expect("it is piped");
    let (tell, said) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            tell.send(line).unwrap_or_default();
        }
    });
    (child, said)
}

/// Waits for a line that holds some words.
#[track_caller]
fn hear(said: &Receiver<String>, words: &str) -> String {
    let mut all = String::new();
    loop {
        let line = said.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("`{words}` is not said\n{all}"));
        if line.contains(words) {
            return line;
        }
        all.push_str(&line);
        all.push('\n');
    }
}

impl Preview {
    #[track_caller]
    fn start(site: &Site, more: &[&str]) -> Self {
        let (child, said) = start(site, "serve", &[&["--port", "0"], more].concat());
        let line = hear(&said, "http://");
        let at = line.split("http://").nth(1).expect("an address").trim_end_matches('/');
        Self { child, said, address: at.parse().expect("an address and a port") }
    }

    /// Sends a request as it stands and reads the answer to its end.
    fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.address).expect("somebody listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time that is not zero");
        // A request that is refused early may not be read to its end.
        stream.write_all(request).unwrap_or_default();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap_or_default();
        let at = all.windows(4).position(|it| it == b"\r\n\r\n").unwrap_or(all.len());
        let head = String::from_utf8_lossy(&all[..at]).into_owned();
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or_default();
        Answer { status, head, body: all.get(at + 4..).unwrap_or_default().to_vec() }
    }

    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut text = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            text.push_str(&format!("Host: {}\r\n", self.address));
        }
        text.extend(headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")));
        text.push_str("\r\n");
        self.raw(text.as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[])
    }

    /// Asks for the state of a page; with `seen`, waits until it is another.
    fn state(&self, page: &str, lang: &str, seen: Option<u64>) -> Value {
        let seen = seen.map_or_else(String::new, |it| format!("&seen={it}"));
        let answer = self.get(&format!("/_/state?page={page}&lang={lang}{seen}"));
        assert_eq!(answer.status, 200, "{}", answer.head);
        serde_json::from_slice(&answer.body).expect("the state is JSON")
    }

    /// Waits until the state of a page is as wanted.
    #[track_caller]
    fn until(&self, page: &str, lang: &str, is_so: impl Fn(&Value) -> bool) -> Value {
        let mut state = self.state(page, lang, None);
        for _ in 0..60 {
            if is_so(&state) {
                return state;
            }
            state = self.state(page, lang, state["token"].as_u64());
        }
        panic!("the state never came: {state}")
    }
}

/// Pages of which some name a record.
fn site() -> Site {
    let site_yaml = format!("{SITE_YAML}search: true\n");
    Site::new([
        ("content/site.yaml", site_yaml.as_str()),
        (
            "content/kinds/body.yaml",
            "kind: body\nlabel: {ar: هيئة, en: Body}\nplural: {ar: الهيئات, en: Bodies}\npath: bodies\nfields:\n  title: {type: text, translated: true, required: true}\n",
        ),
        ("content/bodies/council.yaml", "kind: body\ntitle: {ar: مجلس الجامعة, en: League Council}\n"),
        ("content/a.ar.md", "# أ\n\nقرار [[council]].\n"),
        ("content/a.en.md", "# A\n\nA resolution of [[council]].\n"),
        ("content/b.ar.md", "# ب\n\nنص.\n"),
        ("content/b.en.md", "# B\n\nText.\n"),
        ("content/note.txt", "ملاحظة"),
    ])
}

/// Reads from the preview every file that a build of the same site writes.
fn served(preview: &Preview, built: &Tree) -> Tree {
    let paths = built.keys().filter(|it| *it != support::MANIFEST);
    let one = |path: &String| {
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let answer = preview.get(&format!("/kb/{address}"));
        assert_eq!(answer.status, 200, "{path}");
        (path.clone(), if path.ends_with(".html") { answer.page() } else { answer.body })
    };
    paths.map(one).collect()
}

fn built(site: &Site) -> Tree {
    site.build(&[]).expect_code(0);
    let mut tree = site.output();
    tree.remove(support::MANIFEST);
    tree
}

#[test]
fn the_preview_shows_what_a_build_writes_before_and_after_edits() {
    let site = site();
    let preview = Preview::start(&site, &[]);
    let first = built(&site);
    assert_same_tree("the preview", &first, &served(&preview, &first));
    let before = preview.state("/kb/ar/b/", "ar", None);
    site.write("content/b.ar.md", "# ب\n\nنص جديد.\n");
    preview.until("/kb/ar/b/", "ar", |it| it["key"].is_string() && it["key"] != before["key"]);
    assert!(preview.get("/kb/ar/b/").text().contains("نص جديد"));
    let second = built(&site);
    assert_same_tree("the preview after an edit", &second, &served(&preview, &second));
    site.write("content/c.ar.md", "# ج\n\nصفحة جديدة.\n");
    site.write("content/c.en.md", "# C\n\nA new page.\n");
    preview
        .until("/kb/en/c/", "en", |_| preview.get("/kb/en/c/").status == 200 && preview.get("/kb/ar/c/").status == 200);
    let third = built(&site);
    assert_same_tree("the preview with a new page", &third, &served(&preview, &third));
    site.remove("content/c.ar.md");
    site.remove("content/c.en.md");
    preview
        .until("/kb/en/c/", "en", |_| preview.get("/kb/en/c/").status == 404 && preview.get("/kb/ar/c/").status == 404);
    assert_same_tree("the preview without it", &second, &served(&preview, &second));
}

#[test]
fn headers_are_those_of_the_published_site_and_nothing_is_kept() {
    let site = site();
    let preview = Preview::start(&site, &[]);
    let told = preview.get("/kb/_headers").text();
    let wanted: Vec<(&str, &str)> = told
        .lines()
        .skip_while(|it| *it != "/*")
        .skip(1)
        .map_while(|it| it.strip_prefix("  ")?.split_once(": "))
        .collect();
    assert!(
        wanted
            .iter()
            .any(|(name, value)| *name == "Content-Security-Policy" && value.contains("frame-ancestors 'none'")),
        "{told}"
    );
    for path in
        ["/kb/ar/a/", "/kb/nowhere/", "/kb/sitemap.xml", "/kb/files/note.txt", "/_/", "/_/live.js", "/_/live.css", "/"]
    {
        let answer = preview.get(path);
        for (name, value) in &wanted {
            assert_eq!(answer.header(name), Some(*value), "{path} {name}");
        }
        assert_eq!(answer.header("Cache-Control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("Access-Control-Allow-Origin"), None, "{path}");
    }
    for (path, media) in [
        ("/kb/ar/a/", "text/html; charset=utf-8"),
        ("/kb/sitemap.xml", "application/xml"),
        ("/kb/robots.txt", "text/plain; charset=utf-8"),
        ("/kb/files/note.txt", "text/plain; charset=utf-8"),
        ("/_/live.js", "text/javascript; charset=utf-8"),
        ("/_/live.css", "text/css; charset=utf-8"),
    ] {
        assert_eq!(preview.get(path).header("Content-Type"), Some(media), "{path}");
    }
}

#[test]
fn hostile_requests_are_refused() {
    let site = site();
    site.write("secret.txt", "سر");
    let preview = Preview::start(&site, &[]);
    let port = preview.address.port();
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        "localhost".to_owned(),
        format!("localhost.evil.example:{port}"),
    ] {
        let answer = preview.request("GET", "/kb/ar/a/", &[("Host", &host)]);
        assert_eq!((answer.status, answer.text().contains("قرار")), (421, false), "{host}");
    }
    assert_eq!(preview.raw(b"GET / HTTP/1.0\r\n\r\n").status, 421);
    assert_eq!(preview.request("GET", "http://evil.example/", &[]).status, 421);
    for origin in ["http://evil.example", "null", "https://localhost"] {
        assert_eq!(preview.request("GET", "/_/state", &[("Origin", origin)]).status, 403, "{origin}");
    }
    assert_eq!(preview.request("GET", "/kb/ar/a/", &[("Host", &format!("localhost:{port}"))]).status, 200);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let answer = preview.request(method, "/kb/ar/a/", &[("Content-Length", "0")]);
        assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
    for path in [
        "/kb/../secret.txt",
        "/kb/%2e%2e/secret.txt",
        "/kb/..%2fsecret.txt",
        "/kb/files/../../secret.txt",
        "/secret.txt",
        "/kb//etc/passwd",
        "/kb/%00",
        "/kb/files/%2fetc%2fpasswd",
        "/kb/content/site.yaml",
        "/kb/..\\secret.txt",
    ] {
        let answer = preview.get(path);
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains("سر") && !answer.text().contains("root:"), "{path}");
    }
    assert_eq!(preview.get("/kb/%ff").status, 400);
    let large = preview.request("GET", "/kb/ar/a/", &[("X-Large", &"x".repeat(64 * 1024))]);
    assert!([431, 0].contains(&large.status), "{}", large.head);
    assert!(preview.raw(b"\x16\x03\x01\x00\xa5 nonsense\r\n\r\n").status / 100 != 2);
    assert_eq!(preview.get("/kb/ar/a/").status, 200, "it goes on");
}

#[test]
fn addresses_lead_where_a_host_leads() {
    let site = site();
    let preview = Preview::start(&site, &[]);
    for (from, to) in [("/", "/kb/"), ("/kb", "/kb/"), ("/kb/ar/a", "/kb/ar/a/"), ("/_", "/_/")] {
        let answer = preview.get(from);
        assert_eq!((answer.status, answer.header("Location")), (307, Some(to)), "{from}");
    }
    let missing = preview.get("/kb/ar/nowhere/");
    assert_eq!((missing.status, missing.page()), (404, built(&site)["404.html"].clone()));
    let head = preview.request("HEAD", "/kb/ar/a/", &[]);
    let length = preview.get("/kb/ar/a/").body.len().to_string();
    assert_eq!((head.status, head.body.len(), head.header("Content-Length")), (200, 0, Some(length.as_str())));
}

#[test]
fn a_mistake_is_shown_over_the_last_good_page_until_it_is_mended() {
    let site = site();
    let preview = Preview::start(&site, &[]);
    let good = preview.get("/kb/ar/b/").page();
    assert!(preview.state("/kb/ar/b/", "ar", None)["problems"].is_null());
    site.write("content/b.ar.md", "# ب\n\nانظر [هنا](nowhere.md).\n");
    let state = preview.until("/kb/ar/b/", "ar", |it| it["problems"].is_object());
    let problems = &state["problems"];
    assert_eq!((problems["lang"].as_str(), problems["dir"].as_str()), (Some("ar"), Some("rtl")));
    let card = &problems["cards"][0];
    assert_eq!(card["code"], "link/no-target");
    assert_eq!(card["place"], "content/b.ar.md:3:12");
    assert_eq!(card["excerpt"], serde_json::json!(["انظر [هنا](", "nowhere.md", ")."]));
    assert!(card["message"].as_str().is_some_and(|it| it.contains('ا')), "{card}");
    let english = preview.state("/kb/en/b/", "en", None);
    assert_eq!(english["problems"]["dir"], "ltr");
    assert_eq!(preview.get("/kb/ar/b/").page(), good, "the last good page stays");
    assert_eq!(preview.get("/kb/sitemap.xml").status, 200, "and so does everything else");
    assert!(hear(&preview.said, "link/no-target").starts_with("error["));
    let list = preview.get("/_/?lang=ar").text();
    assert!(list.contains("dir=\"rtl\"") && list.contains("link/no-target") && list.contains("nowhere.md"), "{list}");
    site.write("content/b.ar.md", "# ب\n\nانظر [هنا](a.ar.md).\n");
    preview.until("/kb/ar/b/", "ar", |it| it["problems"].is_null());
    hear(&preview.said, "nothing stops publication any more");
    assert!(preview.get("/kb/ar/b/").text().contains("هنا"));
}

#[test]
fn a_site_that_does_not_stand_yet_appears_when_it_does() {
    let site = site();
    site.write("content/b.ar.md", "# ب\n\n[هنا](nowhere.md)\n");
    let preview = Preview::start(&site, &["--lang", "ar"]);
    let answer = preview.get("/kb/ar/a/");
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("link/no-target") && answer.text().contains("dir=\"rtl\""), "{}", answer.text());
    site.write("content/b.ar.md", "# ب\n\n[هنا](a.ar.md)\n");
    preview.until("/kb/ar/a/", "en", |it| it["problems"].is_null() && it["key"].is_string());
    assert_eq!(preview.get("/kb/ar/a/").status, 200);
}

#[test]
fn a_title_makes_the_pages_that_cite_it_and_no_others() {
    let site = site();
    for number in 0..12 {
        let cites = if number < 10 { "قرار [[council]]" } else { "نص" };
        site.write(&format!("content/p/{number}.ar.md"), &format!("# صفحة {number}\n\n{cites}.\n"));
        site.write(&format!("content/p/{number}.en.md"), &format!("# Page {number}\n\nText.\n"));
    }
    let preview = Preview::start(&site, &[]);
    hear(&preview.said, " kept, ");
    preview.get("/kb/sitemap.xml");
    let before = built(&site);
    site.write("content/bodies/council.yaml", "kind: body\ntitle: {ar: مجلس الجامعة العربية, en: League Council}\n");
    let line = hear(&preview.said, " made, ");
    let after = built(&site);
    let pages = after.iter().filter(|(path, _)| path.ends_with(".html"));
    let differs: Vec<&String> =
        pages.clone().filter(|(path, it)| before.get(*path) != Some(it)).map(|it| it.0).collect();
    let citing = differs.iter().filter(|it| it.starts_with("ar/p/") && **it != "ar/p/index.html").count();
    assert_eq!(citing, 10, "{differs:?}");
    assert!(!differs.iter().any(|it| it.contains("p/11")), "{differs:?}");
    // The search page is made later than the others, and it names the new index.
    let searches = after.keys().filter(|it| it.ends_with("search/index.html")).count();
    let made = differs.iter().filter(|it| !it.ends_with("search/index.html")).count();
    let kept = pages.count() - made - searches;
    assert!(line.starts_with(&format!("{made} pages made, {kept} pages kept, ")), "{line}: {differs:?}");
}

#[test]
fn nothing_is_written_and_an_interruption_ends_it() {
    for signal in [Signal::INT, Signal::TERM] {
        let site = site();
        let before = read_tree(site.path());
        let mut preview = Preview::start(&site, &[]);
        assert_eq!(preview.get("/kb/sitemap.xml").status, 200);
        let id = i32::try_from(preview.child.id()).ok().and_then(Pid::from_raw).expect("a process has an id");
        kill_process(id, signal).expect("it runs");
        assert_eq!(preview.child.wait().expect("it ends").code(), Some(0));
        assert_same_tree("the site's folder", &before, &read_tree(site.path()));
    }
}

#[test]
fn a_taken_port_is_told_with_one_that_is_free() {
    let site = site();
    let held = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let port = held.local_addr().expect("it has an address").port().to_string();
    let refused = site.run("serve", &["--port", &port]).expect_code(2);
    assert!(refused.stderr.contains(&format!("port {port} is taken")), "{}", refused.stderr);
    assert!(refused.stderr.contains("is free: `--port "), "{}", refused.stderr);
    // Whoever holds the usual port, it is held.
    let usual = TcpListener::bind("127.0.0.1:4747");
    let (mut child, said) = start(&site, "serve", &[]);
    assert!(hear(&said, "4747").contains("is taken"));
    hear(&said, "http://127.0.0.1:47");
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    drop(usual);
}

#[test]
fn only_this_machine_is_listened_on() {
    let site = site();
    for host in ["0.0.0.0", "192.168.1.4", "::", "example.org"] {
        let refused = site.run("serve", &["--port", "0", "--host", host]).expect_code(2);
        assert!(refused.stderr.contains(host), "{}", refused.stderr);
    }
    site.run("serve", &["--port", "70000"]).expect_code(2);
}

#[test]
fn all_pages_are_listed_with_their_state_in_every_language() {
    let site = site();
    site.write("content/c.ar.md", "# ج\n");
    site.write("content/d.ar.md", "---\ndraft: true\n---\n# د\n");
    let preview = Preview::start(&site, &[]);
    for (lang, missing, draft) in [("en", "missing", "draft"), ("ar", "غير موجودة", "مسودة")] {
        let list = preview.get(&format!("/_/?lang={lang}")).text();
        let row = |path: &str| {
            let rest = list.split(&format!("<code dir=\"ltr\">/{path}</code>")).nth(1).unwrap_or_default();
            rest.split("</tr>").next().unwrap_or_default().to_owned()
        };
        assert!(row("c").contains(missing) && row("c").contains("href=\"/kb/ar/c/\""), "{}", row("c"));
        assert!(row("d").contains(draft), "{}", row("d"));
        assert!(list.contains("<th scope=\"col\">العربية</th><th scope=\"col\">English</th>"), "{list}");
    }
}

#[test]
fn check_tells_again_after_every_change() {
    let site = site();
    let (mut child, said) = start(&site, "check", &["--watch"]);
    hear(&said, "Waiting for changes");
    site.write("content/b.ar.md", "# ب\n\n[هنا](nowhere.md)\n");
    hear(&said, "link/no-target");
    site.write("content/b.ar.md", "# ب\n");
    hear(&said, "nothing stops publication any more");
    child.kill().expect("it runs");
    child.wait().expect("it ends");
}
