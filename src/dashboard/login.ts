/** The login page, and the page that tells of an error. */
import { type Html, html } from '../html.ts';
import { csrfField, type Frame } from './layout.ts';

/** The form that asks for the operator account. */
export function loginPage(frame: Pick<Frame, 'csrf' | 'assets'>, next: string, fault?: string): Html {
  return html`<div class="card">
<div class="brand"><img src="${frame.assets.icon}" alt="" width="28" height="28">Claimwire</div>
<h1 class="hidden">Sign in</h1>
${fault === undefined ? '' : html`<p class="notice bad" role="alert">${fault}</p>`}
<form method="post" action="/login">
${csrfField(frame)}<input type="hidden" name="next" value="${next}">
<label>Operator<input name="operator" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required></label>
<button class="primary">Sign in</button>
</form>
<p class="muted">The account is set by CLAIMWIRE_OPERATOR and CLAIMWIRE_PASSWORD. Without a password set, the service printed one when it started.</p>
</div>`;
}

/** What went wrong, in one line, and the way back. */
export function errorCard(status: number, message: string): Html {
  return html`<div class="card"><h1>${status === 404 ? 'Not found' : status === 403 ? 'Refused' : `Error ${status}`}</h1><p>${message}</p><p><a href="/">Go to the overview</a></p></div>`;
}
