//! Every link of the finished site, followed: under `/`, `/kb/` and `/a/b/` nothing is broken, nothing leaves the host but
//! the links that readers click, and no page holds inline code.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use address::{Target, resolve};
use html::{Element, parse};
use support::{Run, Site, Tree, read_tree, repository, tashawur};

#[path = "support/address.rs"]
mod address;
#[path = "support/html.rs"]
mod html;
mod support;

const HOST: &str = "https://example.org";
const PREFIXES: [&str; 3] = ["/", "/kb/", "/a/b/"];

/// Attributes that hold an address, by element; `*` for any.
const ADDRESSES: &[(&str, &str)] = &[
    ("*", "href"),
    ("*", "src"),
    ("*", "poster"),
    ("form", "action"),
    ("object", "data"),
    ("button", "formaction"),
    ("blockquote", "cite"),
];

/// A built site as a host would serve it.
struct Served {
    prefix: &'static str,
    files: Tree,
    pages: BTreeMap<String, Element>,
}

impl Served {
    fn new(files: Tree, prefix: &'static str) -> Self {
        let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
        let pages = pages.map(|(path, bytes)| (path.clone(), parse(&String::from_utf8_lossy(bytes)))).collect();
        Self { prefix, files, pages }
    }

    /// Returns the file that a host serves for a path, if there is one.
    fn file(&self, path: &str) -> Option<String> {
        let below = path.strip_prefix(self.prefix)?;
        let file =
            if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() };
        self.files.contains_key(&file).then_some(file)
    }

    /// Returns the address at which a file is served.
    fn address(&self, file: &str) -> String {
        format!(
            "{}{}",
            self.prefix,
            file.strip_suffix("index.html").filter(|it| it.is_empty() || it.ends_with('/')).unwrap_or(file)
        )
    }

    /// Says what is wrong with a link on a page, if anything.
    fn fault(&self, page: &str, link: &str) -> Option<String> {
        let Target::Here { path, fragment } = resolve(page, HOST, link) else { return None };
        let Some(file) = self.file(&path) else {
            return Some(format!("{page}: `{link}` leads to {path}, which is not there"));
        };
        let fragment = fragment?;
        let is_there =
            self.pages.get(&file).is_some_and(|it| it.all().iter().any(|it| it.get("id") == Some(&fragment)));
        (!is_there).then(|| format!("{page}: `{link}` leads to `#{fragment}`, which {file} does not have"))
    }
}

fn build(site: &Site, prefix: &str) -> Tree {
    site.build(&["--base", &format!("{HOST}{prefix}")]).expect_code(0);
    site.output()
}

/// This repository's own content, built once below each prefix.
static OWN: [LazyLock<Served>; 3] = [
    LazyLock::new(|| build_own(PREFIXES[0])),
    LazyLock::new(|| build_own(PREFIXES[1])),
    LazyLock::new(|| build_own(PREFIXES[2])),
];

/// Returns this repository's own content as served below `/kb/`.
fn own() -> &'static Served {
    &OWN[1]
}

fn build_own(prefix: &'static str) -> Served {
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    let mut program = tashawur();
    program.args(["build", "--base", &format!("{HOST}{prefix}"), "--site"]).arg(repository());
    Run::of(program.arg("--out").arg(out.path().join("public"))).expect_code(0);
    Served::new(read_tree(&out.path().join("public")), prefix)
}

fn links(element: &Element) -> impl Iterator<Item = &str> {
    let named = ADDRESSES.iter().filter(|(name, _)| *name == "*" || *name == element.name);
    let sets = ["srcset", "imagesrcset"].into_iter().filter_map(|it| element.get(it)).flat_map(|it| it.split(','));
    let sets = sets.filter_map(|it| it.split_whitespace().next());
    let refresh = element.get("content").filter(|_| is_refresh(element)).and_then(|it| it.split_once("url="));
    named.filter_map(|(_, attribute)| element.get(attribute)).chain(sets).chain(refresh.map(|(_, address)| address))
}

fn is_refresh(element: &Element) -> bool {
    element.get("http-equiv").is_some_and(|it| it.eq_ignore_ascii_case("refresh"))
}

fn broken(site: &Served) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, page) in &site.pages {
        // A host serves the 404 page at any depth, so its links must hold wherever it is shown.
        let places = match file.as_str() {
            "404.html" => {
                ["", "nowhere", "ar/nowhere/", "ar/a/b/c/d"].map(|it| format!("{}{it}", site.prefix)).to_vec()
            }
            file => vec![site.address(file)],
        };
        for place in places {
            let all = page.all();
            faults.extend(all.iter().flat_map(|it| links(it)).filter_map(|link| site.fault(&place, link)));
        }
    }
    for (file, bytes) in site.files.iter().filter(|(file, _)| file.ends_with(".css")) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let addresses =
            text.split("url(").skip(1).filter_map(|it| it.split(')').next()).map(|it| it.trim_matches(['"', '\'']));
        faults.extend(
            addresses.filter(|it| !it.starts_with("data:")).filter_map(|it| site.fault(&site.address(file), it)),
        );
    }
    faults
}

/// Lists what a page loads from another host, or holds inline.
fn impure(site: &Served) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, page) in &site.pages {
        for element in page.all() {
            faults.extend(
                impurity(element).map(|it| format!("{file}: {it}: <{} {:?}>", element.name, element.attributes)),
            );
        }
    }
    for (file, bytes) in site.files.iter().filter(|(file, _)| file.ends_with(".css") || file.ends_with(".js")) {
        let text = String::from_utf8_lossy(bytes);
        let outer = ["url(http", "url(\"http", "url(//", "@import", "fetch(\"http", "from \"http"]
            .into_iter()
            .find(|it| text.contains(it));
        faults.extend(outer.map(|it| format!("{file}: `{it}`")));
    }
    faults
}

fn impurity(element: &Element) -> Option<&'static str> {
    let is_loaded = match element.name.as_str() {
        "link" => element.get("rel").is_some_and(|it| it.split(' ').any(|rel| LOADED_LINKS.contains(&rel))),
        "img" | "script" | "iframe" | "object" | "embed" | "video" | "audio" | "source" | "track" | "form" => true,
        _ => false,
    };
    let is_outside = |it: &str| matches!(resolve("/", HOST, it), Target::Elsewhere(_)) && !it.starts_with("data:");
    if is_loaded && links(element).any(is_outside) {
        return Some("another host is asked");
    }
    if element.name == "style" || element.get("style").is_some() {
        return Some("inline style");
    }
    let is_data = element.get("type").is_some_and(|it| it == "application/ld+json");
    if element.name == "script" && element.get("src").is_none() && !is_data {
        return Some("inline script");
    }
    if element.attributes.keys().any(|it| it.starts_with("on")) {
        return Some("inline handler");
    }
    if links(element).any(|it| it.trim().to_lowercase().starts_with("javascript:")) {
        return Some("a link that runs code");
    }
    let pragma = element.get("http-equiv").map(str::to_lowercase);
    let is_known = pragma.as_deref().is_none_or(|it| ["refresh", "content-security-policy"].contains(&it));
    (!is_known).then_some("an unknown http-equiv")
}

const LOADED_LINKS: [&str; 8] =
    ["stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon", "dns-prefetch"];

#[test]
fn nothing_is_broken_under_any_prefix() {
    for site in &OWN {
        assert!(site.pages.len() > 100, "{} pages", site.pages.len());
        assert_clean(site.prefix, &broken(site));
    }
}

/// Makes a site in which halves are missing: of texts, of folders, of the prose of a record.
fn widowed(fallback: &str) -> Site {
    Site::new([
        ("content/site.yaml", &*format!("{}fallback: {fallback}\n", support::SITE_YAML)),
        ("content/both.ar.md", "# نصفان\n\nانظر [[visit#plan]] و[[memo]].\n"),
        ("content/both.en.md", "# Two halves\n\nSee [[visit#plan]], [the memo](memo.md) and [[league]].\n"),
        ("content/memo.en.md", "# Memo of 2014\n\nSee [[both]].\n"),
        ("content/news/index.ar.md", "# أخبار ARCP\n\nنص.\n"),
        (
            "content/news/visit.ar.md",
            "# زيارة ARCP الأولى\n\n## البرنامج {#plan}\n\nانظر [[both]] و[[memo]].\n\n## تمهيد\n",
        ),
        (
            "content/kinds/body.yaml",
            "kind: body\nlabel: {ar: جهة, en: Body}\nplural: {ar: الجهات, en: Bodies}\npath: bodies\nfields:\n  title: {type: text, translated: true, required: true}\n",
        ),
        ("content/bodies/league.yaml", "kind: body\ntitle: {ar: الجامعة, en: The League}\n"),
        ("content/bodies/league.ar.md", "نص عن الجامعة، وانظر [[visit]].\n"),
    ])
}

#[test]
fn missing_halves_break_nothing_and_are_no_counterparts() {
    for (policy, stand_ins) in [("hide", vec![]), ("notice", vec!["ar/memo/", "en/news/", "en/news/visit/"])] {
        let served = Served::new(build(&widowed(policy), "/kb/"), "/kb/");
        assert_clean(policy, &broken(&served));
        let sitemap = String::from_utf8_lossy(&served.files["sitemap.xml"]).into_owned();
        for place in ["ar/memo/", "en/news/", "en/news/visit/"] {
            let is_there = served.pages.contains_key(&format!("{place}index.html"));
            assert_eq!(is_there, stand_ins.contains(&place), "{policy}: {place}");
            assert!(!sitemap.contains(place), "{policy}: {place} is in the sitemap");
            for (file, page) in &served.pages {
                let all = page.all();
                let named = all.iter().filter(|it| it.get("hreflang").is_some());
                for link in named.filter_map(|it| it.get("href")) {
                    let Target::Here { path, .. } = resolve(&served.address(file), HOST, link) else { continue };
                    assert_ne!(path, format!("/kb/{place}"), "{policy}: {file} names {place} as a counterpart");
                }
            }
        }
        for place in stand_ins {
            let page = &served.pages[&format!("{place}index.html")];
            let (own, other) = if place.starts_with("ar") { ("ar", "en") } else { ("en", "ar") };
            let all = page.all();
            let find = |name: &str| all.iter().find(|it| it.name == name).expect("every page has it");
            assert_eq!(find("html").get("lang"), Some(own), "{place}");
            let island = all.iter().find(|it| it.get("class") == Some("island prose")).expect("the text is an island");
            assert_eq!(island.get("lang"), Some(other), "{place}");
            assert_eq!(island.get("dir"), Some(if other == "ar" { "rtl" } else { "ltr" }), "{place}");
            let canonical = all.iter().find(|it| it.get("rel") == Some("canonical")).and_then(|it| it.get("href"));
            let real = format!("{HOST}/kb/{other}{}", &place[2..]);
            assert_eq!(canonical, Some(real.as_str()), "{place}");
            assert!(alternates(page).is_empty(), "{place}");
        }
    }
    let run = widowed("require").build(&[]).expect_code(1);
    let missing = run.found().iter().filter(|it| it.code == "page/missing-translation").count();
    assert_eq!(missing, 4, "{:?}", run.found());
}

#[test]
fn pages_are_the_same_under_any_prefix_but_for_absolute_addresses() {
    let site = Site::copy_of("tests/golden/small");
    let (root, deep) = (build(&site, "/"), build(&site, "/a/b/"));
    assert_eq!(root.keys().collect::<Vec<_>>(), deep.keys().collect::<Vec<_>>());
    let replaced =
        |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).replace(&format!("{HOST}/a/b/"), &format!("{HOST}/"));
    let pages = root.iter().filter(|(path, _)| path.ends_with("index.html"));
    let different: Vec<_> = pages
        .filter(|(path, bytes)| replaced(&deep[*path]) != String::from_utf8_lossy(bytes))
        .map(|(path, _)| path)
        .collect();
    assert!(different.is_empty(), "{different:?}");
}

#[test]
fn nothing_leaves_the_host_and_nothing_is_inline() {
    assert_clean("own content", &impure(own()));
}

#[test]
fn pages_are_well_formed() {
    let site = own();
    let mut faults = Vec::new();
    for (file, bytes) in site.files.iter().filter(|(file, _)| file.ends_with(".html")) {
        let (page, errors) = html::parse_strictly(&String::from_utf8_lossy(bytes));
        faults.extend(errors.into_iter().map(|it| format!("{file}: {it}")));
        let all = page.all();
        let mut ids = BTreeSet::new();
        faults.extend(
            all.iter()
                .filter_map(|it| it.get("id"))
                .filter(|it| !ids.insert(*it))
                .map(|it| format!("{file}: id `{it}` stands twice")),
        );
        let count = |name: &str| all.iter().filter(|it| it.name == name).count();
        let root = all.iter().find(|it| it.name == "html");
        let has_direction = root.is_some_and(|it| it.get("lang").is_some() && it.get("dir").is_some());
        if !has_direction || count("title") < 1 || count("h1") != 1 || count("main") != 1 {
            faults.push(format!(
                "{file}: html has lang and dir: {has_direction}; {} title, {} h1, {} main",
                count("title"),
                count("h1"),
                count("main")
            ));
        }
    }
    assert_clean("well-formed pages", &faults);
}

#[test]
fn alternates_are_reciprocal_and_canonical_is_the_page_itself() {
    let site = own();
    let mut faults = Vec::new();
    let mut seen = 0;
    for (file, page) in &site.pages {
        let named = alternates(page);
        for (lang, address) in &named {
            seen += 1;
            let twin = site.file(address.strip_prefix(HOST).unwrap_or_default()).and_then(|it| site.pages.get(&it));
            match twin {
                None => faults.push(format!("{file}: alternate `{lang}` {address} is not there")),
                Some(twin) if lang != "x-default" && alternates(twin) != named => {
                    faults.push(format!("{file}: {address} names other alternates"));
                }
                Some(_) => {}
            }
        }
        let itself = format!("{HOST}{}", site.address(file));
        let canonical = page
            .all()
            .into_iter()
            .find(|it| it.name == "link" && it.get("rel") == Some("canonical"))
            .and_then(|it| it.get("href"));
        let is_redirect = page.all().into_iter().any(is_refresh);
        if !named.is_empty() && canonical != Some(itself.as_str()) && !is_redirect {
            faults.push(format!("{file}: canonical is {canonical:?}"));
        }
    }
    assert!(seen > 100, "{seen} alternates");
    assert_clean("alternates", &faults);
}

fn alternates(page: &Element) -> BTreeMap<String, String> {
    let links = page.all().into_iter().filter(|it| it.name == "link" && it.get("rel") == Some("alternate"));
    links
        .filter_map(|it| Some((it.get("hreflang")?.to_owned(), it.get("href")?.to_owned())))
        .filter(|(_, address)| !address.ends_with(".xml"))
        .collect()
}

#[test]
fn sitemap_and_feeds_name_pages_that_exist() {
    let site = own();
    let mut count = 0;
    let mut faults = Vec::new();
    for (file, bytes) in site.files.iter().filter(|(file, _)| file.ends_with(".xml")) {
        let text = String::from_utf8_lossy(bytes);
        for address in text.split(['"', '<', '>']).filter(|it| it.starts_with(HOST)) {
            count += 1;
            let path = address.strip_prefix(HOST).unwrap_or_default().split(['#', '?']).next().unwrap_or_default();
            if site.file(path).is_none() {
                faults.push(format!("{file}: {address}"));
            }
        }
    }
    assert!(count > 100, "{count} addresses");
    assert_clean("sitemap and feeds", &faults);
}

#[track_caller]
fn assert_clean(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}: {} faults\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

mod harness {
    use super::{Served, Target, Tree, broken, impure, resolve};

    fn served(prefix: &'static str, files: &[(&str, &str)]) -> Served {
        Served::new(
            files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect::<Tree>(),
            prefix,
        )
    }

    #[test]
    fn addresses_resolve_as_in_a_browser() {
        for (link, path) in [
            ("../b/", "/kb/ar/b/"),
            ("./", "/kb/ar/a/"),
            ("", "/kb/ar/a/"),
            ("..", "/kb/ar/"),
            ("/x", "/x"),
            ("../../../../x", "/x"),
            ("%D9%87.png", "/kb/ar/a/ه.png"),
            ("https://example.org/kb/", "/kb/"),
            ("b?q=1", "/kb/ar/a/b"),
        ] {
            assert_eq!(
                resolve("/kb/ar/a/", "https://example.org", link),
                Target::Here { path: path.to_owned(), fragment: None },
                "{link}"
            );
        }
        for link in ["https://example.com/", "//example.com/", "mailto:a@example.org", "https://example.organisation/"]
        {
            assert!(matches!(resolve("/", "https://example.org", link), Target::Elsewhere(_)), "{link}");
        }
    }

    #[test]
    fn broken_links_assets_and_fragments_are_found() {
        let page = "<a href='b/'></a><a href='c/'></a><a href='b/#x'></a><a href='b/#y'></a><img src='p.png'><a href='/b/'></a>";
        let site = served(
            "/kb/",
            &[("index.html", page), ("b/index.html", "<p id=x>"), ("a.css", "a{background:url(n.svg)}")],
        );
        let faults = broken(&site);
        assert_eq!(faults.len(), 5, "{faults:#?}");
        let good = served(
            "/kb/",
            &[("index.html", "<a href='b/#x'></a><a href='./'></a>"), ("b/index.html", "<p id=x><a href=../></a>")],
        );
        assert_eq!(broken(&good), [""; 0]);
    }

    #[test]
    fn a_404_page_with_relative_links_is_broken() {
        assert!(!broken(&served("/kb/", &[("404.html", "<a href='ar/'></a>"), ("ar/index.html", "")])).is_empty());
        assert_eq!(broken(&served("/kb/", &[("404.html", "<a href='/kb/ar/'></a>"), ("ar/index.html", "")])), [""; 0]);
    }

    #[test]
    fn outside_requests_and_inline_code_are_found() {
        for bad in [
            "<img src='https://example.com/a.png'>",
            "<link rel=stylesheet href=//example.com/a.css>",
            "<script>a()</script>",
            "<p style='color:red'>",
            "<style>a{}</style>",
            "<p onclick='a()'>",
            "<a href='javascript:a()'>",
            "<meta http-equiv=set-cookie content=a>",
        ] {
            assert_eq!(impure(&served("/", &[("index.html", bad)])).len(), 1, "{bad}");
        }
        for good in [
            "<a href='https://example.com/'>",
            "<script src=a.js></script>",
            "<script type='application/ld+json'>{}</script>",
            "<link rel=alternate href='https://example.net/'>",
        ] {
            assert_eq!(impure(&served("/", &[("index.html", good)])), [""; 0], "{good}");
        }
    }
}
