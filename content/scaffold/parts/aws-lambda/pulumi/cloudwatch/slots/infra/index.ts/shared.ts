notices: createNotices(),
