"""The pages of drafts: the package inside a norm-making body, and the facilitator's desk."""
