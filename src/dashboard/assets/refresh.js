// Keeps a page that says `data-refresh` current while it is looked at. Without JavaScript the page is just as it was served.
const main = document.querySelector('main[data-refresh]');

async function refresh() {
  const busy = main.contains(document.activeElement) && document.activeElement !== main;
  if (document.hidden || busy || String(getSelection()) !== '') return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (answer.redirected && new URL(answer.url).pathname === '/login') return location.reload();
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('main');
  if (fresh !== null) main.replaceChildren(...fresh.childNodes);
}

if (main !== null) setInterval(() => refresh().catch(() => undefined), Number(main.dataset.refresh) * 1000);
