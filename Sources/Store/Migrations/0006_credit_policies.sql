-- Credit profiles, policies with versions, approvals.

SELECT 1;
