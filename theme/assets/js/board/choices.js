/** The filters that take one choice: what an address may say of each, what it is called, and which positions fit. */

import { DAY, sayDay } from "../time.js";

/** @typedef {import("./index.js").Index} Index */

/** Their parameters, in the order of an address. */
export const CHOICES = ["based", "deadline", "announced", "pay"];

const DAYS = /^[1-9]\d{0,3}$/;
/** Days from which on a limit is none. */
const MOST_DAYS = 3650;
const WEEK = 7 * DAY;

/**
 * The choice that a text means; empty for none, null when it can mean none.
 * @param {string} name
 * @param {string} text
 */
export function readChoice(name, text) {
  if (!text) return "";
  return isChoice(name, text) ? text : null;
}

/**
 * What is asked for, such as "closes within 7 days".
 * @param {string} name
 * @param {string} value
 */
export function sayChoice(name, value) {
  if (name === "based") return value === "in" ? "work in the country itself" : "work remote from the country";
  if (name === "announced") return `announced in the last ${value === "1" ? "24 hours" : `${value} days`}`;
  if (name === "pay") return `pays from ${sayPay(value)}`;
  if (value === "none") return "no fixed deadline";
  if (DAYS.test(value)) return `closes within ${value === "1" ? "a day" : `${value} days`}`;
  return `closes in the week of ${sayDay(Date.parse(value))}`;
}

/**
 * What is paid for what, such as "EUR a year".
 * @param {string} unit such as "eur-year"
 */
export function sayUnit(unit) {
  const [currency, period] = unit.split("-");
  return `${currency.toUpperCase()} ${period === "hour" ? "an" : "a"} ${period}`;
}

/**
 * The sum and the unit of a choice of pay.
 * @param {string} value
 */
export function splitPay(value) {
  const at = value.indexOf("-");
  return { sum: value.slice(0, Math.max(at, 0)), unit: value.slice(at + 1) };
}

/**
 * Whether a position fits; null for a choice that is no condition of its own.
 * @param {string} name
 * @param {string} value not empty
 * @param {Index} index
 * @param {number} now milliseconds since the epoch
 * @returns {((job: number) => boolean) | null}
 */
export function conditionOf(name, value, { jobs, days, pays }, now) {
  if (name === "based") return null;
  if (name === "announced") {
    // Its date is a day: one of the very day on which the time began may have come after that.
    const since = now / DAY - Number(value) - 1;
    return (job) => jobs.posted[job] > since;
  }
  if (name === "pay") {
    const { sum, unit } = splitPay(value);
    const fits = pays.map(([amount, own]) => own === unit && amount >= Number(sum));
    return (job) => fits[jobs.pay[job]];
  }
  if (value === "none") return (job) => !jobs.closing[job];
  if (DAYS.test(value)) {
    const until = now / 1000 + Number(value) * (DAY / 1000);
    return (job) => jobs.closing[job] > 0 && jobs.closes[job] <= until;
  }
  const monday = Date.parse(value);
  // A day west of UTC may still be the last one of the week before.
  const begin = now >= monday && now < monday + WEEK ? 0 : monday;
  const fits = days.map((day) => Date.parse(day) >= begin && Date.parse(day) < monday + WEEK);
  return (job) => fits[jobs.closing[job]];
}

/**
 * @param {string} name
 * @param {string} text
 */
function isChoice(name, text) {
  if (name === "based") return text === "in" || text === "remote";
  if (name === "announced") return isNumberOfDays(text);
  if (name === "pay") return /^[1-9]\d{0,8}-[a-z]{3}-(hour|day|week|month|year)$/.test(text);
  return text === "none" || isNumberOfDays(text) || isMonday(text);
}

/** @param {string} text */
function isNumberOfDays(text) {
  return DAYS.test(text) && Number(text) <= MOST_DAYS;
}

/** @param {string} text */
function isMonday(text) {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : null;
  return day !== null && day.getUTCDay() === 1 && day.toISOString().startsWith(text);
}

/** @param {string} value */
function sayPay(value) {
  const { sum, unit } = splitPay(value);
  return `${Number(sum).toLocaleString("en")} ${sayUnit(unit)}`;
}
