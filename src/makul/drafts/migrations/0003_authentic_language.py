"""Which language of a draft is authentic, as its initiator declared it."""


from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('drafts', '0002_package_whole'),
    ]

    operations = [
        migrations.AddField(
            model_name='draftact',
            name='authentic_language',
            field=models.CharField(blank=True, max_length=2),
        ),
    ]
