/** Writes the most memory that this process held, in MB, where PEAK_MEMORY_FILE says. */
const { writeFileSync } = require('node:fs');
const process = require('node:process');

process.on('exit', () => {
  if (process.env.PEAK_MEMORY_FILE) {
    writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS / 1024));
  }
});
