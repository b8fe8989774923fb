/** The shell around every page: head, navigation, sign-out, footer. */
import { type Content, type Html, html, render } from '../html.ts';

/** What every page knows about the request it answers. */
export type Frame = {
  operator: string;
  csrf: string;
  version: string;
  /** Addresses of the assets, with the hash of their content. */
  assets: { css: string; js: string; icon: string };
};

export type Page = {
  title: string;
  /** The navigation entry that is current. */
  section?: Section;
  body: Content;
  /** Seconds between reloads of the page's content, where that helps. */
  refreshSeconds?: number;
};

const SECTIONS = [
  ['overview', '/', 'Overview'],
  ['claims', '/claims', 'Claims'],
  ['files', '/files', 'Files'],
  ['payments', '/payments', 'Payments'],
  ['denials', '/denials', 'Denials'],
  ['partners', '/partners', 'Partners'],
  ['queues', '/queues/', 'Queues'],
] as const;

export type Section = (typeof SECTIONS)[number][0];

/** The whole document of a page behind the login. */
export function renderPage(page: Page, frame: Frame): string {
  const links = SECTIONS.map(
    ([section, href, label]) =>
      html`<a href="${href}"${section === page.section ? html` aria-current="page"` : ''}>${label}</a>`,
  );
  const refresh = page.refreshSeconds === undefined ? '' : html` data-refresh="${page.refreshSeconds}"`;
  return document(
    page.title,
    frame,
    html`<a class="skip" href="#main">Skip to content</a>
<header class="top"><div class="wide">
<a class="brand" href="/"><img src="${frame.assets.icon}" alt="" width="22" height="22">Claimwire</a>
<nav aria-label="Main">${links}</nav>
<form class="sign-out" method="post" action="/logout">${csrfField(frame)}<span class="operator">${frame.operator}</span><button class="plain">Sign out</button></form>
</div></header>
<main id="main" class="wide"${refresh}>${page.body}</main>
<footer class="wide"><span>Claimwire ${frame.version}</span><span>All times UTC. Amounts in US dollars.</span></footer>`,
  );
}

/** The document of a page that stands alone: the login page and errors before it. */
export function renderBare(title: string, frame: Pick<Frame, 'assets'>, body: Html): string {
  return document(title, frame, html`<main id="main" class="bare">${body}</main>`);
}

/** The hidden field that every POST form carries. */
export function csrfField(frame: Pick<Frame, 'csrf'>): Html {
  return html`<input type="hidden" name="_csrf" value="${frame.csrf}">`;
}

function document(title: string, { assets }: Pick<Frame, 'assets'>, body: Html): string {
  return render(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · Claimwire</title>
<link rel="icon" type="image/svg+xml" href="${assets.icon}">
<link rel="stylesheet" href="${assets.css}">
<script type="module" src="${assets.js}"></script>
</head>
<body>${body}</body>
</html>
`);
}
