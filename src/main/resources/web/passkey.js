// Makes passkeys on the account's page and uses them on that of the sign-in. Browsers offer them to
// scripts alone, and only on https or on this machine; elsewhere nothing of it is shown.
(() => {
  const parts = document.querySelectorAll('[data-passkey]');
  if (!window.PublicKeyCredential || !window.isSecureContext) return;

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const send = async (address, body) => {
    const answer = await fetch(address, {
      method: 'POST', body,
      headers: {'Content-Type': 'application/json', 'X-CSRF-Token': document.querySelector('meta[name=form-token]').content},
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(json.problem);
    return json;
  };

  const credentials = list => list.map(one => ({...one, id: bytes(one.id)}));

  const said = credential => {
    const response = {clientDataJSON: text(credential.response.clientDataJSON)};
    for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle'])
      if (credential.response[name]) response[name] = text(credential.response[name]);
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return {id: credential.id, rawId: credential.id, type: credential.type, response, clientExtensionResults: {}};
  };

  const make = async part => {
    const asked = await send('/account/passkeys/options');
    const made = await navigator.credentials.create({publicKey: {
      ...asked, challenge: bytes(asked.challenge), user: {...asked.user, id: bytes(asked.user.id)},
      excludeCredentials: credentials(asked.excludeCredentials),
    }});
    return send('/account/passkeys', JSON.stringify({label: part.querySelector('[name=label]').value, response: said(made)}));
  };

  const use = async part => {
    const asked = await send('/sign-in/passkey/options');
    const got = await navigator.credentials.get({publicKey: {...asked, challenge: bytes(asked.challenge), allowCredentials: []}});
    return send(`/sign-in/passkey?to=${encodeURIComponent(part.dataset.to)}`, JSON.stringify(said(got)));
  };

  for (const part of parts) {
    part.hidden = false;
    part.addEventListener('submit', async event => {
      event.preventDefault();
      const note = part.querySelector('[role=alert]');
      note.textContent = '';
      try {
        location.assign((await (part.dataset.passkey === 'make' ? make(part) : use(part))).to);
      } catch (problem) {
        // who closed the browser's own question knows why
        if (problem.name !== 'NotAllowedError') note.textContent = problem.message;
      }
    });
  }
})();
