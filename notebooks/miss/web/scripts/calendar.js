// A calendar file (RFC 5545) with reminders. Its times are local ones of the reader, wherever that is.

/** @typedef {{ id: string, day: string, title: string, text: string, link: string }} Reminder
 *  `id` stays the same in a later file, so that its reminder replaces this one; `day` as in "2026-12-02" */

const HOUR = "180000"; // after a day at school or a day shift
const MINUTES = 5;
const MAX_OCTETS = 74; // of a line, before its end: a longer one is folded

/** @param {Reminder[]} reminders @param {string} course its id @param {Date} now @returns {string} */
export function calendarFile(reminders, course, now) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${course}//returns//EN`,
    ...reminders.flatMap((reminder) => eventLines(reminder, now)),
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

/** @param {Reminder} reminder @param {Date} now */
function eventLines({ id, day, title, text, link }, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${now.toISOString().replace(/\.\d+|[-:]/g, "")}`,
    `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`, // a later file replaces an earlier one
    `DTSTART:${day.replaceAll("-", "")}T${HOUR}`,
    `DURATION:PT${MINUTES}M`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(`${text}\n${link}`)}`,
    `URL:${link}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(title)}`,
    "TRIGGER:PT0M",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** @param {string} text */
const escapeText = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** Fold a line, between characters. @param {string} line */
function fold(line) {
  const encoder = new TextEncoder();
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const { length } = encoder.encode(character);
    if (octets + length > MAX_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += length;
  }
  return folded;
}
