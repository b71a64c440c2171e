//! Which answer a request gets: a page, a file, the preview's own addresses below `/_/`.

use std::{sync::Arc, time::Duration};

use http_body_util::Full;
use hyper::{
    Method, Request, Response, StatusCode,
    body::Bytes,
    header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION},
};
use percent_encoding::percent_decode_str;
use serde_json::json;
use tokio::sync::watch::Receiver;

use super::{
    gate::Gate,
    list,
    now::{Now, Shared, Shown},
};
use crate::{
    locale::{FALLBACK, Locale},
    pipeline::{Draft, Made},
    source::Disk,
};

/// An answer.
pub type Answer = Response<Full<Bytes>>;

/// Everything that answers are made from.
pub struct Desk {
    /// What is shown.
    pub shared: Arc<Shared>,
    /// The author's files, for those that are published as they are.
    pub disk: Arc<Disk>,
    /// Who may ask.
    pub gate: Gate,
    /// The editor's language, if it was asked for.
    pub lang: Option<String>,
    /// The language where neither an editor nor a page says one.
    pub home: String,
}

/// A question about changes is answered after this time even if nothing changed.
const PATIENCE: Duration = Duration::from_secs(25);

const SCRIPT: &str = include_str!("live.js");
const STYLE: &str = include_str!("live.css");
const TAG: &str = "<script type=\"module\" src=\"/_/live.js\" data-key=\"";
const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// What a path leads to.
enum Found {
    /// A page, by the path of its file.
    Page(Made),
    /// A file.
    File(Bytes),
    /// The same path with a slash at its end.
    Folder,
    /// Nothing.
    Nothing(Option<Made>),
}

impl Desk {
    /// Answers a request.
    pub async fn answer<B>(&self, request: &Request<B>) -> Answer {
        let (uri, headers) = (request.uri(), request.headers());
        if let Some(status) = self.gate.refuses(request.method(), uri, headers) {
            let mut answer = plain(status);
            if status == StatusCode::METHOD_NOT_ALLOWED {
                answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            }
            return dressed(answer);
        }
        let Ok(path) = percent_decode_str(uri.path()).decode_utf8() else {
            return dressed(plain(StatusCode::BAD_REQUEST));
        };
        let query = uri.query().unwrap_or_default();
        let answer = match &*path {
            "/_/live.js" => made(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT),
            "/_/live.css" => made(StatusCode::OK, "text/css; charset=utf-8", STYLE),
            "/_/state" => self.state(query).await,
            "/_/" => self.list(query).await,
            "/_" => leads("/_/"),
            // Browsers ask for it on pages without an icon.
            "/favicon.ico" => plain(StatusCode::NO_CONTENT),
            _ => self.site(&path, query).await,
        };
        // The body of a HEAD is left out on the way.
        debug_assert!([Method::GET, Method::HEAD].contains(request.method()), "other methods are refused above");
        dressed(answer)
    }

    /// Answers with a page or a file of the site.
    async fn site(&self, path: &str, query: &str) -> Answer {
        let mut changes = self.shared.watch();
        let now = first(&mut changes).await;
        let Some(shown) = now.shown else {
            return made(StatusCode::SERVICE_UNAVAILABLE, HTML, list::nothing_yet(&now, &self.locale(query)));
        };
        let base = shown.draft.base_path().to_owned();
        let Some(inner) = path.strip_prefix(&*base) else {
            if path == "/" || format!("{path}/") == base {
                return leads(&base);
            }
            return self.missing(found(self, &mut changes, "404.html").await);
        };
        match found(self, &mut changes, inner).await {
            Found::Page(page) => made(StatusCode::OK, HTML, with_script(&page)),
            Found::File(bytes) => made(StatusCode::OK, media(inner), bytes),
            Found::Folder => leads(&encoded(path)),
            nothing @ Found::Nothing(_) => self.missing(nothing),
        }
    }

    fn missing(&self, found: Found) -> Answer {
        match found {
            Found::Page(page) | Found::Nothing(Some(page)) => made(StatusCode::NOT_FOUND, HTML, with_script(&page)),
            Found::File(_) | Found::Folder | Found::Nothing(None) => plain(StatusCode::NOT_FOUND),
        }
    }

    /// Answers a page that asks whether anything changed: at once when it did since `seen`, else when it does.
    async fn state(&self, query: &str) -> Answer {
        let page = value(query, "page").unwrap_or_default();
        let seen = value(query, "seen").and_then(|it| it.parse::<u64>().ok());
        let mut changes = self.shared.watch();
        let base = self.shared.now().shown.map_or_else(|| "/".to_owned(), |it| it.draft.base_path().to_owned());
        let file = file_of(page.strip_prefix(&*base).unwrap_or(&page));
        self.shared.note_open(&file);
        let is_new = changes.wait_for(|now| Some(now.token) != seen);
        // After the time, and when the builder is gone, the answer is what it was.
        let now = tokio::time::timeout(PATIENCE, is_new).await.ok().and_then(Result::ok).map(|it| it.clone());
        let now = now.unwrap_or_else(|| self.shared.now());
        // Without a site every page tells of all mistakes, so it changes with them.
        let key = now.shown.as_ref().map_or_else(|| Some(now.token.to_string()), |it| key(it, &file));
        let problems = now.problems.shown(&self.locale(query));
        let body = json!({ "token": now.token, "key": key, "problems": problems });
        made(StatusCode::OK, "application/json", body.to_string())
    }

    /// Answers with the list of all pages.
    async fn list(&self, query: &str) -> Answer {
        let mut changes = self.shared.watch();
        let now = first(&mut changes).await;
        let asked = value(query, "lang").and_then(|it| Locale::embedded(&it));
        made(StatusCode::OK, HTML, list::page(&now, &asked.unwrap_or_else(|| self.locale(query))))
    }

    /// Returns the editor's language: the one asked for at the start, else that of the page, else that of the terminal.
    fn locale(&self, query: &str) -> Locale {
        let of_page = || value(query, "lang").and_then(|it| Locale::embedded(&it));
        let asked = self.lang.as_deref().and_then(Locale::embedded).or_else(of_page);
        let at_home = || Locale::embedded(&self.home).or_else(|| Locale::embedded(FALLBACK));
        asked.or_else(at_home).expect("the fallback language is embedded")
    }
}

/// Waits until there is anything to show or to tell.
async fn first(changes: &mut Receiver<Now>) -> Now {
    let is_there = changes.wait_for(|now| now.shown.is_some() || now.problems.has_errors()).await;
    // Without a builder nothing will ever be there.
    is_there.map(|it| it.clone()).unwrap_or_default()
}

/// Finds what a path leads to; waits for what is still being made.
async fn found(desk: &Desk, changes: &mut Receiver<Now>, path: &str) -> Found {
    loop {
        let Some(shown) = changes.borrow_and_update().shown.clone() else { return Found::Nothing(None) };
        if let Some(page) = shown.page(&file_of(path)) {
            return Found::Page(page.clone());
        }
        if let Ok(Some(bytes)) = shown.draft.fixed(&*desk.disk, path) {
            return Found::File(bytes.into());
        }
        let earlier =
            shown.before.as_ref().filter(|_| path.starts_with("assets/")).and_then(|it| it.artifacts.get(path));
        if let Some(artifact) = earlier {
            return Found::File(artifact.bytes.clone().into());
        }
        if let Some(whole) = &shown.whole {
            let artifact = whole.artifacts.get(path).map(|it| Found::File(it.bytes.clone().into()));
            let folder = || shown.page(&format!("{path}/index.html")).map(|_| Found::Folder);
            return artifact.or_else(folder).unwrap_or_else(|| Found::Nothing(shown.page("404.html").cloned()));
        }
        desk.shared.want();
        if changes.changed().await.is_err() {
            return Found::Nothing(None);
        }
    }
}

/// Returns what stands for the page that an address shows; nothing while it is not made.
fn key(shown: &Shown, file: &str) -> Option<String> {
    let page = shown.page(file);
    let missing = || shown.whole.as_ref().and_then(|it| it.pages.get("404.html"));
    page.or_else(missing).map(|it| it.key.to_string())
}

/// Returns the path of the file that an address shows.
fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Returns a value of a query.
fn value(query: &str, name: &str) -> Option<String> {
    let pairs = query.split('&').filter_map(|it| it.split_once('='));
    let found = pairs.filter(|(it, _)| *it == name).map(|(_, value)| value).next()?;
    percent_decode_str(found).decode_utf8().ok().map(Into::into)
}

/// Puts the preview's script into a page: after its title, else at its end.
fn with_script(page: &Made) -> String {
    const TITLE: &str = "</title>";
    let html = &*page.html;
    let at = html.find(TITLE).map_or(html.len(), |it| it + TITLE.len());
    format!("{}{TAG}{}\"></script>{}", &html[..at], page.key, &html[at..])
}

/// Returns the media type of a file, by its ending.
fn media(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "xml" if path.ends_with("feed.xml") => "application/atom+xml",
        "xml" if path.ends_with("opensearch.xml") => "application/opensearchdescription+xml",
        "xml" => "application/xml",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "_headers" | "bib" | "ris" | "tsv" | "srt" => TEXT,
        "vtt" => "text/vtt; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "mp3" => "audio/mpeg",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "m4a" => "audio/mp4",
        "wav" => "audio/wav",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "ogv" => "video/ogg",
        _ => "application/octet-stream",
    }
}

fn plain(status: StatusCode) -> Answer {
    made(status, TEXT, status.canonical_reason().unwrap_or_default())
}

fn leads(path: &str) -> Answer {
    let mut answer = plain(StatusCode::TEMPORARY_REDIRECT);
    if let Ok(value) = HeaderValue::from_str(path) {
        answer.headers_mut().insert(LOCATION, value);
    }
    answer
}

/// Writes a path with a slash at its end so that a header can hold it.
fn encoded(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|it| percent_encoding::utf8_percent_encode(it, percent_encoding::NON_ALPHANUMERIC).to_string());
    format!("{}/", parts.collect::<Vec<_>>().join("/"))
}

fn made(status: StatusCode, media: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media));
    answer
}

/// Adds the headers of every answer: those of the published site, and none that would let a browser keep what changed.
fn dressed(mut answer: Answer) -> Answer {
    let headers = answer.headers_mut();
    for (name, value) in Draft::headers() {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value)) {
            headers.insert(name, value);
        }
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin"));
    answer
}
