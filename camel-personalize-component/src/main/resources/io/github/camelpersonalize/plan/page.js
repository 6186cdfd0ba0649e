// SPDX-License-Identifier: Apache-2.0
'use strict';

const toggle = document.getElementById('toggle');
const details = [...document.querySelectorAll('details')];
const groups = [...document.querySelectorAll('.group')];
const isShown = element => getComputedStyle(element).display !== 'none';

/** The button opens all steps, or closes them if all are open. */
function label() {
  toggle.textContent = details.every(step => step.open) ? 'Close all' : 'Open all';
}

/** Hides groups without visible steps, and announces the number of steps to screen readers. */
function update() {
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
document.querySelectorAll('.filter input').forEach(box => box.addEventListener('change', update));
window.addEventListener('beforeprint', () => details.forEach(step => { step.open = true; }));
label();
