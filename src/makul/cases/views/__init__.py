"""The pages of the common table: public ones for all, work pages by role."""
