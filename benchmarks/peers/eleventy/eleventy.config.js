// Everything Eleventy does not have by itself: which postings count, the tags with their numbers, and dates as text.
module.exports = function (config) {
  config.addPreprocessor("drafts", "md", (data) => (data.draft ? false : undefined));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("instant", (date) => date.toUTCString());
  config.addFilter("newest", (postings, count) => postings.slice(-count).reverse());
  const jobs = (api) => api.getFilteredByGlob("content/jobs/*.md");
  config.addCollection("jobs", jobs);
  config.addCollection("terms", (api) => {
    const counts = new Map();
    for (const job of jobs(api)) {
      for (const tag of job.data.tags) {
        counts.set(tag, (counts.get(tag) ?? 0) + 1);
      }
    }
    return [...counts].sort().map(([tag, count]) => ({ tag, count }));
  });
  return {
    dir: { input: "content", includes: "../_includes" },
    markdownTemplateEngine: false,
  };
};
