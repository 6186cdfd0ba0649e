// SPDX-License-Identifier: Apache-2.0
'use strict';

const EVERY_MS = 500;
const KINDS = [
  {name: 'attributes', title: 'Attributes', columns: ['Name', 'Key', 'Type', 'Created']},
  {name: 'audiences', title: 'Audiences', columns: ['Name', 'Created']},
  {name: 'events', title: 'Events', columns: ['Name', 'Key', 'Created']},
  {name: 'experiences', title: 'Experiences', columns: ['Name', 'Type', 'Status', 'Created']},
];
const CELLS = {
  Name: (cell, object) => opener(cell, object.name || object.key || object.uid, () => openDefinition(object.kind, object.uid)),
  Key: (cell, object) => write(cell, object.key),
  Type: (cell, object) => write(cell, object.type),
  Status: (cell, object) => write(cell, object.status),
  Created: (cell, object) => writeTime(cell, object.created_at),
};

let shownUid = null;
const element = id => document.getElementById(id);
let chosen = new URLSearchParams(location.search).get('project');

/** Characters that are not seen, or that change how others are read, as escapes. Within JSON the escapes mean the same. */
function visible(text) {
  return String(text).replace(/[^\P{C}\n\u200c\u200d]|[\u2028\u2029\u115f\u1160\u3164\uffa0]/gu, character =>
    [...Array(character.length).keys()].map(at => '\\u' + character.charCodeAt(at).toString(16).padStart(4, '0')).join(''));
}

/** Touches the page only where it changes, so nothing flickers and a selection of text survives. */
function write(node, text) {
  const shown = visible(text);
  if (node.textContent !== shown) {
    node.textContent = shown;
  }
}

/** A button with that text; it keeps its place, and the focus, while what it opens may change. */
function opener(cell, text, open) {
  let button = cell.firstElementChild;
  if (!button) {
    button = cell.appendChild(document.createElement('button'));
    button.type = 'button';
    button.className = 'open';
  }
  write(button, text);
  button.onclick = open;
}

function writeTime(cell, iso) {
  const time = cell.firstElementChild || cell.appendChild(document.createElement('time'));
  if (time.dateTime !== iso) {
    const date = new Date(iso);
    time.dateTime = iso;
    time.textContent = Number.isNaN(date.getTime()) ? iso : date.toLocaleTimeString('en-GB');
  }
}

function cell(row, name) {
  const added = row.appendChild(document.createElement('td'));
  added.className = name.toLowerCase();
  return added;
}

/** Makes the rows of a table those of the items: rows stay with their item, new ones come in at their place, the others go. */
function rows(body, items, key, create, update, tag = 'tr') {
  const old = new Map([...body.children].map(row => [row.dataset.key, row]));
  const first = body.dataset.filled === undefined;
  items.forEach((item, at) => {
    const id = String(key(item, at));
    let row = old.get(id);
    if (row) {
      old.delete(id);
    } else {
      row = create(document.createElement(tag));
      row.dataset.key = id;
      row.classList.toggle('fresh', !first);
    }
    update(row, item);
    if (body.children[at] !== row) {
      body.insertBefore(row, body.children[at] || null);
    }
  });
  old.forEach(row => row.remove());
  body.dataset.filled = '';
}

function kindSection(kind) {
  const section = element('kindTemplate').content.firstElementChild.cloneNode(true);
  const title = section.querySelector('.title');
  title.textContent = kind.title;
  title.id = 'kind-' + kind.name;
  section.id = kind.name;
  section.setAttribute('aria-labelledby', title.id);
  for (const column of kind.columns) {
    const head = section.querySelector('thead tr').appendChild(document.createElement('th'));
    head.scope = 'col';
    head.textContent = column;
  }
  return section;
}

function showKind(kind, found) {
  const section = element(kind.name);
  write(section.querySelector('.count'), found.count);
  section.querySelector('table').hidden = found.count === 0;
  section.querySelector('.none').hidden = found.count > 0;
  const more = section.querySelector('.more');
  const hidden = found.matching - found.newest.length;
  more.hidden = found.count === found.newest.length;
  write(more, [found.matching < found.count ? found.matching + ' found' : '', hidden > 0 ? 'and ' + hidden + ' older' : '']
    .filter(part => part).join(', '));
  found.newest.forEach(object => { object.kind = kind.name; });
  rows(section.querySelector('tbody'), found.newest, object => object.uid,
      row => { kind.columns.forEach(column => cell(row, column)); return row; },
      (row, object) => kind.columns.forEach((column, at) => CELLS[column](row.children[at], object)));
}

function showProjects(projects) {
  element('empty').hidden = projects.length > 0;
  element('project').hidden = projects.length === 0;
  element('chooser').hidden = projects.length < 2;
  if (projects.length === 0) {
    return;
  }
  const select = element('projects');
  const uids = projects.map(project => project.uid);
  if ([...select.options].map(option => option.value).join('\n') !== uids.join('\n')) {
    select.replaceChildren(...uids.map(uid => new Option(visible(uid), uid)));
    const filter = element('filterProject');
    const kept = filter.value;
    filter.replaceChildren(new Option('all', ''), ...uids.map(uid => new Option(visible(uid), uid)));
    filter.value = uids.includes(kept) ? kept : '';
  }
  const shown = projects.find(project => project.uid === chosen) || projects[0];
  if (shownUid !== shown.uid) {
    shownUid = shown.uid;
    KINDS.forEach(kind => delete element(kind.name).querySelector('tbody').dataset.filled);
  }
  select.value = shown.uid;
  write(element('projectUid'), shown.uid);
  element('document').href = '/emulator/projects/' + encodeURIComponent(shown.uid);
  KINDS.forEach(kind => showKind(kind, shown[kind.name]));
  showPriority(shown.priority);
}

function showPriority(priority) {
  const section = element('priority');
  write(section.querySelector('.count'), priority.count);
  section.querySelector('.none').hidden = priority.count > 0;
  const more = section.querySelector('.more');
  more.hidden = priority.count <= priority.first.length;
  write(more, 'and ' + (priority.count - priority.first.length) + ' after them');
  rows(element('order'), priority.first, experience => experience.uid, row => row,
      (row, experience) => opener(row, experience.name || experience.uid, () => openDefinition('experiences', experience.uid)), 'li');
}

function showScripts(scripts) {
  element('toCome').hidden = scripts.length === 0;
  rows(element('scripts'), scripts, (script, at) => at, row => row,
      (row, script) => write(row, script.title + ': ' + script.next + ', ' + script.left + ' left'), 'li');
}

function showTraffic(overview) {
  const limit = overview.limit;
  const meter = element('used');
  meter.hidden = limit.perSecond === 0;
  meter.max = limit.perSecond || 1;
  meter.high = meter.max * 0.9;
  meter.value = limit.used;
  write(element('usedText'), limit.used + (limit.perSecond === 0 ? ' (no limit)' : ' of ' + limit.perSecond));
  write(element('total'), overview.total);
  write(element('scripted'), overview.scripted);
}

function showRequests(requests, matching, total) {
  element('noRequests').hidden = requests.length > 0;
  write(element('noRequests'), total === 0 ? 'No requests yet.' : 'No such requests.');
  element('moreRequests').hidden = matching <= requests.length;
  write(element('moreRequests'), 'and ' + (matching - requests.length) + ' older');
  rows(element('log'), requests, request => request.number,
      row => { ['Time', 'Method', 'Status', 'Path', 'Project'].forEach(name => cell(row, name)); return row; },
      (row, request) => {
        writeTime(row.children[0], request.time);
        write(row.children[1], request.method);
        write(row.children[2], request.fault || request.status);
        row.children[2].dataset.class = Math.floor(request.status / 100);
        opener(row.children[3], request.path, () => openRequest(request.number));
        write(row.children[4], request.project);
      });
}

function say(text, lost) {
  write(element('connection'), text);
  element('connection').classList.toggle('lost', lost);
}

const paused = () => element('pause').getAttribute('aria-pressed') === 'true';

function query() {
  return new URLSearchParams({find: element('find').value, text: element('filterText').value,
    project: element('filterProject').value, outcome: element('filterOutcome').value}).toString();
}

async function look() {
  try {
    const asked = query();
    const answer = await fetch('/emulator/overview?' + asked, {cache: 'no-store'});
    const overview = await answer.json();
    if (asked === query()) {
      showTraffic(overview);
      showScripts(overview.scripts);
      showProjects(overview.projects);
      showRequests(overview.requests, overview.matching, overview.total);
      say(paused() ? 'Paused' : 'Live at ' + location.host, false);
    }
  } catch (lost) {
    say('The emulator does not answer; trying again …', true);
  }
}

async function keepLooking() {
  if (!paused() && !document.hidden) {
    await look();
  }
  setTimeout(keepLooking, EVERY_MS);
}

/** What the emulator says to a request of this page; its error as a sentence. */
async function ask(method, path, body) {
  try {
    const answer = await fetch(path, {method, body, cache: 'no-store'});
    const text = await answer.text();
    return {ok: answer.ok, text, said: answer.ok ? '' : answer.status + ' ' + sentence(text)};
  } catch (lost) {
    return {ok: false, text: '', said: 'The emulator does not answer.'};
  }
}

function sentence(text) {
  try {
    return JSON.parse(text).message || text;
  } catch (noJson) {
    return text;
  }
}

function show(title, blocks) {
  write(element('dialogTitle'), title);
  element('dialogBody').replaceChildren(...blocks);
  if (!element('dialog').open) {
    write(element('dialogSaid'), '');
    element('dialog').showModal();
    element('dialogTitle').focus();
  }
}

function block(title, text) {
  const section = element('blockTemplate').content.firstElementChild.cloneNode(true);
  write(section.querySelector('h3'), title);
  write(section.querySelector('pre'), text);
  section.querySelector('pre').setAttribute('aria-label', visible(title));
  return section;
}

function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => act(made));
  return made;
}

/** A block whose text can be changed and deleted at the path. */
function editable(title, text, body, path, done) {
  const section = block(title, text);
  const form = section.querySelector('form');
  const area = form.querySelector('textarea');
  const write = async (method, sent, said) => {
    const answer = await ask(method, path, sent);
    element('dialogSaid').textContent = visible(answer.ok ? said : answer.said);
    element('dialogSaid').classList.toggle('lost', !answer.ok);
    if (answer.ok) {
      await done(method);
      look();
    }
  };
  const edit = button('Edit', () => {
    const isShown = form.hidden;
    form.hidden = !isShown;
    section.querySelector('pre').hidden = isShown;
    edit.textContent = isShown ? 'Cancel' : 'Edit';
    save.hidden = !isShown;
    area.value = visible(body);
    (isShown ? area : edit).focus();
  });
  const save = button('Save', () => write('PUT', area.value, 'Saved.'));
  save.hidden = true;
  const remove = button('Delete', made => {
    if (made.dataset.sure) {
      write('DELETE', undefined, 'Deleted.');
    }
    made.dataset.sure = 'yes';
    made.textContent = 'Delete now';
  });
  remove.className = 'danger';
  section.querySelector('.actions').append(save, edit, remove);
  return section;
}

function users(definition) {
  const section = block('Used by', '');
  const list = document.createElement('ul');
  for (const user of definition.usedBy) {
    const item = list.appendChild(document.createElement('li'));
    opener(item, user.kind.slice(0, -1) + ' ' + (user.name || user.uid), () => openDefinition(user.kind, user.uid));
    item.append(' at ' + visible(user.at));
  }
  section.querySelector('pre').replaceWith(definition.usedBy.length === 0 ? 'No other definition mentions it.' : list);
  return section;
}

function statuses(definition, path, again) {
  const label = document.createElement('label');
  label.append('Status, whatever the rules say ');
  const select = label.appendChild(document.createElement('select'));
  select.id = 'status';
  definition.statuses.forEach(status => select.add(new Option(status, status, false, status === definition.status)));
  select.addEventListener('change', async () => {
    const answer = await ask('POST', path + '/status', JSON.stringify({status: select.value}));
    write(element('dialogSaid'), answer.ok ? 'Saved.' : answer.said);
    await again();
    look();
  });
  return label;
}

async function openDefinition(kind, uid) {
  const path = '/emulator/projects/' + encodeURIComponent(shownUid) + '/' + kind + '/' + encodeURIComponent(uid);
  const answer = await ask('GET', path);
  if (!answer.ok) {
    show('Gone', [block('The emulator says', answer.said)]);
    return;
  }
  const definition = JSON.parse(answer.text);
  const again = () => openDefinition(kind, uid);
  const done = method => method === 'DELETE' ? element('dialog').close() : again();
  const blocks = [editable('Members', definition.text, definition.editable, path, done), users(definition)];
  if (definition.statuses.length > 0) {
    blocks.splice(1, 0, statuses(definition, path, again));
  }
  definition.versions.forEach(version => blocks.push(editable('Version ' + version.number + ', ' + version.status, version.text,
      version.editable, path + '/versions/' + encodeURIComponent(version.uid), again)));
  show(kind.slice(0, -1) + ' ' + (definition.name || definition.uid), blocks);
}

const headers = all => Object.entries(all).map(([name, value]) => name + ': ' + value).join('\n') || 'none';

async function openRequest(number) {
  const answer = await ask('GET', '/emulator/requests/' + number);
  if (!answer.ok) {
    show('Gone', [block('The emulator says', answer.said)]);
    return;
  }
  const request = JSON.parse(answer.text);
  const replied = request.answer;
  const cut = replied.length > 4000 ? ', the first 4000 of ' + replied.length + ' bytes' : '';
  const blocks = [
    block('Request', request.time + '\n' + (request.project ? 'project ' + request.project : 'no project')
      + (request.operation ? '\n' + request.operation : '')),
    block('Headers', headers(request.headers)), block('Body', request.body || 'none')];
  if (request.fault) {
    blocks.push(block('Answer', 'none: ' + request.fault));
  } else {
    blocks.push(block('Answer', request.status + '\n' + headers(replied.headers)), block('Body of the answer' + cut, replied.body || 'none'));
  }
  show('#' + request.number + ' ' + request.method + ' ' + request.path, blocks);
}

function step() {
  const fault = element('fault').value;
  const made = {times: element('faultTimes').valueAsNumber || 1, apply: element('faultApply').checked};
  if (fault === 'SLOW') {
    return {...made, pass: true, delay: 10000};
  }
  if (fault === '429') {
    return {...made, status: 429, headers: {'Retry-After': '2'}};
  }
  return /^\d+$/.test(fault) ? {...made, status: Number(fault)} : {...made, fault};
}

element('troubleForm').addEventListener('submit', async event => {
  event.preventDefault();
  const script = {method: element('faultMethod').value, path: element('faultPath').value, steps: [step()]};
  const answer = await ask('POST', '/emulator/scripts', JSON.stringify(script));
  write(element('troubleSaid'), answer.said);
  look();
});
element('forget').addEventListener('click', async () => {
  await ask('DELETE', '/emulator/scripts');
  element('fault').focus();
  look();
});
element('closeDialog').addEventListener('click', () => element('dialog').close());
element('dialog').addEventListener('close', () => element('dialogSaid').classList.remove('lost'));
element('base').textContent = location.origin;
element('kinds').replaceChildren(...KINDS.map(kindSection));
element('projects').addEventListener('change', event => {
  chosen = event.target.value;
  history.replaceState(null, '', '?' + new URLSearchParams({project: chosen}) + location.hash);
  look();
});
['find', 'filterText', 'filterProject', 'filterOutcome'].forEach(id => element(id).addEventListener('input', look));
element('filters').addEventListener('submit', event => event.preventDefault());
element('pause').addEventListener('click', event => {
  const pause = !paused();
  event.target.setAttribute('aria-pressed', String(pause));
  say(pause ? 'Paused' : 'Live at ' + location.host, false);
});
keepLooking();
