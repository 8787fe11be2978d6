"""Lets an entry be found by its hash without reading the whole journal."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0003_sent_form'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['hash'], name='journal_entry_hash'),
        ),
    ]
