//! Who may ask, and how: the browser on this machine, for pages that it shows itself.
//!
//! A page of another host can make a browser send requests here, even under a name that it lets point to this machine
//! (DNS rebinding). So the name in `Host` must be one of this machine's own, and an `Origin` must be ours.

use std::net::SocketAddr;

use hyper::{
    HeaderMap, Method, StatusCode, Uri,
    header::{HOST, HeaderName, HeaderValue, ORIGIN},
};

/// What is asked of every request.
pub struct Gate {
    hosts: Vec<String>,
}

impl Gate {
    /// Makes the gate of an address.
    pub fn new(address: SocketAddr) -> Self {
        let port = address.port();
        let own =
            [address.to_string(), format!("localhost:{port}"), format!("127.0.0.1:{port}"), format!("[::1]:{port}")];
        // Without a port a browser means 80.
        let bare = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
        Self { hosts: own.into_iter().chain(bare.into_iter().filter(|_| port == 80)).collect() }
    }

    /// Returns the status with which a request is refused, if it is.
    pub fn refuses(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<StatusCode> {
        let is_ours = |it: &str| self.hosts.iter().any(|host| host.eq_ignore_ascii_case(it));
        let hosts: Vec<&str> = headers.get_all(HOST).iter().map(|it| it.to_str().unwrap_or_default()).collect();
        let is_named =
            matches!(hosts[..], [host] if is_ours(host)) && uri.authority().is_none_or(|it| is_ours(it.as_str()));
        if !is_named {
            return Some(StatusCode::MISDIRECTED_REQUEST);
        }
        let of_origin =
            |it: &HeaderValue| it.to_str().ok().and_then(|it| it.strip_prefix("http://")).is_some_and(is_ours);
        if !headers.get_all(ORIGIN).iter().all(of_origin) || is_embedded_elsewhere(headers) {
            return Some(StatusCode::FORBIDDEN);
        }
        (![Method::GET, Method::HEAD].contains(method)).then_some(StatusCode::METHOD_NOT_ALLOWED)
    }
}

/// Tells whether a page of another site wants something as a part of itself; a link that leads here is no such thing.
fn is_embedded_elsewhere(headers: &HeaderMap) -> bool {
    let value = |name: &'static str| headers.get(HeaderName::from_static(name)).map(HeaderValue::as_bytes);
    value("sec-fetch-site") == Some(b"cross-site".as_slice()) && value("sec-fetch-mode") != Some(b"navigate".as_slice())
}

#[cfg(test)]
mod tests {
    use hyper::{HeaderMap, Method, Uri, header::HeaderName};

    use super::Gate;

    #[track_caller]
    fn check(method: &str, uri: &str, headers: &[(&str, &str)], expected: Option<u16>) {
        let gate = Gate::new("127.0.0.1:4747".parse().expect("an address"));
        let pair = |(name, value): &(&str, &str)| {
            (name.parse::<HeaderName>().expect("a name"), value.parse().expect("a value"))
        };
        let headers: HeaderMap = headers.iter().map(pair).collect();
        let method: Method = method.parse().expect("a method");
        let uri: Uri = uri.parse().expect("an address");
        assert_eq!(gate.refuses(&method, &uri, &headers).map(|it| it.as_u16()), expected, "{uri} {headers:?}");
    }

    #[test]
    fn names_of_this_machine_are_let_in() {
        for host in ["127.0.0.1:4747", "localhost:4747", "LOCALHOST:4747", "[::1]:4747"] {
            check("GET", "/", &[("host", host)], None);
            check("HEAD", "/", &[("host", host), ("origin", &format!("http://{host}"))], None);
        }
    }

    #[test]
    fn other_names_are_refused() {
        for host in
            ["evil.example", "evil.example:4747", "localhost", "localhost:80", "localhost.evil.example:4747", ""]
        {
            check("GET", "/", &[("host", host)], Some(421));
        }
        check("GET", "/", &[], Some(421));
        check("GET", "http://evil.example/", &[("host", "localhost:4747")], Some(421));
    }

    #[test]
    fn other_sites_and_methods_are_refused() {
        let host = ("host", "localhost:4747");
        for origin in ["http://evil.example", "https://localhost:4747", "null", "http://localhost:80"] {
            check("GET", "/", &[host, ("origin", origin)], Some(403));
        }
        check("GET", "/", &[host, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")], Some(403));
        check("GET", "/", &[host, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")], None);
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"] {
            check(method, "/", &[host], Some(405));
        }
    }
}
