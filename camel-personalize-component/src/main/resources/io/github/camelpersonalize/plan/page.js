// SPDX-License-Identifier: Apache-2.0
'use strict';

const toggle = document.getElementById('toggle');
const details = [...document.querySelectorAll('details')];
const groups = [...document.querySelectorAll('.group')];
const isShown = element => getComputedStyle(element).display !== 'none';

/** The button opens all, unless all are open. */
function label() {
  toggle.textContent = details.every(step => step.open) ? 'Close all' : 'Open all';
}

/** Groups with nothing to show go, and who does not see the page is told how much is left. */
function tell() {
  groups.forEach(group => { group.hidden = ![...group.querySelectorAll('.step')].some(isShown); });
  const steps = [...document.querySelectorAll('.step:not(.quiet)')];
  document.getElementById('shown').textContent = steps.filter(isShown).length + ' of ' + steps.length + ' steps are shown';
}

toggle.hidden = details.length === 0;
toggle.addEventListener('click', () => {
  const open = details.some(step => !step.open);
  details.forEach(step => { step.open = open; });
  label();
});
details.forEach(step => step.addEventListener('toggle', label));
document.querySelectorAll('.gauge input').forEach(box => box.addEventListener('change', tell));
window.addEventListener('beforeprint', () => details.forEach(step => { step.open = true; }));
label();
