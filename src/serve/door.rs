//! The socket: takes connections, reads requests, sends answers. Ends the program when somebody interrupts it.

use std::{convert::Infallible, io, sync::Arc, sync::mpsc::Sender, time::Duration};

use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
    signal::unix::{SignalKind, signal},
};

use super::{Event, answer::Desk};

/// A request's head may have this many bytes; browsers send one or two thousand.
const HEAD_BYTES: usize = 16 * 1024;
/// A request's head must come within this time.
const HEAD_TIME: Duration = Duration::from_secs(10);

/// Answers from now on, on a thread of its own.
pub fn open(listener: std::net::TcpListener, desk: Arc<Desk>, tell: Sender<Event>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let entered = runtime.enter();
    let listener = TcpListener::from_std(listener)?;
    let interrupted = [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?];
    drop(entered);
    std::thread::spawn(move || run(&runtime, listener, desk, interrupted, &tell));
    Ok(())
}

fn run(
    runtime: &Runtime,
    listener: TcpListener,
    desk: Arc<Desk>,
    [mut interrupt, mut terminate]: [tokio::signal::unix::Signal; 2],
    tell: &Sender<Event>,
) {
    runtime.block_on(async {
        tokio::spawn(accept(listener, desk));
        std::future::poll_fn(|context| {
            let is_told = interrupt.poll_recv(context).is_ready() || terminate.poll_recv(context).is_ready();
            if is_told { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        })
        .await;
    });
    // Whoever listened is gone when the program ends already.
    tell.send(Event::Stop).unwrap_or_default();
}

async fn accept(listener: TcpListener, desk: Arc<Desk>) {
    loop {
        // A connection that could not be taken says nothing about the next one; when there are too many, some end soon.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        stream.set_nodelay(true).unwrap_or_default();
        let desk = Arc::clone(&desk);
        tokio::spawn(async move {
            let service = service_fn(move |request: Request<Incoming>| {
                let desk = Arc::clone(&desk);
                async move { Ok::<_, Infallible>(desk.answer(&request).await) }
            });
            let mut connection = http1::Builder::new();
            connection.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(HEAD_BYTES);
            // A browser that hangs up is no fault of anybody.
            connection.serve_connection(TokioIo::new(stream), service).await.unwrap_or_default();
        });
    }
}
