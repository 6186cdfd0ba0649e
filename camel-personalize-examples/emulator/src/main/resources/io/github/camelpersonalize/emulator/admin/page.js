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
  Name: (cell, object) => write(cell, object.name),
  Key: (cell, object) => write(cell, object.key),
  Type: (cell, object) => write(cell, object.type),
  Status: (cell, object) => write(cell, object.status),
  Created: (cell, object) => writeTime(cell, object.created_at),
};

const element = id => document.getElementById(id);
let chosen = null;

/** Touches the page only where it changes, so nothing flickers and a selection of text survives. */
function write(node, text) {
  if (node.textContent !== String(text)) {
    node.textContent = text;
  }
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
function rows(body, items, key, create, update) {
  const old = new Map([...body.children].map(row => [row.dataset.key, row]));
  const first = body.dataset.filled === undefined;
  items.forEach((item, at) => {
    const id = String(key(item));
    let row = old.get(id);
    if (row) {
      old.delete(id);
    } else {
      row = create(document.createElement('tr'));
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
  more.hidden = found.count <= found.newest.length;
  write(more, 'and ' + (found.count - found.newest.length) + ' older');
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
    select.replaceChildren(...uids.map(uid => new Option(uid, uid)));
  }
  const shown = projects.find(project => project.uid === chosen) || projects[0];
  if (element('projectUid').textContent !== shown.uid) {
    KINDS.forEach(kind => delete element(kind.name).querySelector('tbody').dataset.filled);
  }
  select.value = shown.uid;
  write(element('projectUid'), shown.uid);
  element('document').href = '/emulator/projects/' + encodeURIComponent(shown.uid);
  KINDS.forEach(kind => showKind(kind, shown[kind.name]));
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

function showRequests(requests) {
  element('noRequests').hidden = requests.length > 0;
  rows(element('log'), requests, request => request.number,
      row => { ['Time', 'Method', 'Status', 'Path'].forEach(name => cell(row, name)); return row; },
      (row, request) => {
        writeTime(row.children[0], request.time);
        write(row.children[1], request.method);
        write(row.children[2], request.fault || request.status);
        row.children[2].dataset.class = Math.floor(request.status / 100);
        write(row.children[3], request.path);
      });
}

function say(text, lost) {
  write(element('connection'), text);
  element('connection').classList.toggle('lost', lost);
}

const paused = () => element('pause').getAttribute('aria-pressed') === 'true';

async function look() {
  try {
    const answer = await fetch('/emulator/overview', {cache: 'no-store'});
    const overview = await answer.json();
    if (!paused()) {
      showTraffic(overview);
      showProjects(overview.projects);
      showRequests(overview.requests);
      say('Live at ' + location.host, false);
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

element('base').textContent = location.origin;
element('kinds').replaceChildren(...KINDS.map(kindSection));
element('projects').addEventListener('change', event => { chosen = event.target.value; look(); });
element('pause').addEventListener('click', event => {
  const pause = !paused();
  event.target.setAttribute('aria-pressed', String(pause));
  say(pause ? 'Paused' : 'Live at ' + location.host, false);
});
keepLooking();
