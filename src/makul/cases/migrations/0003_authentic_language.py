"""Which language of a draft is authentic, as its initiator declared it."""


from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0002_desks'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='authentic_language',
            field=models.CharField(blank=True, max_length=2),
        ),
    ]
