"""The first tables of the room `parties`."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Territory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(db_index=True, max_length=20)),
                ('kind', models.CharField(choices=[('country', 'Country'), ('oblast', 'Oblast'), ('raion', 'Raion'), ('raion_of_city', 'Raion Of City'), ('city_republic', 'City Republic'), ('city_oblast', 'City Oblast'), ('city_raion', 'City Raion'), ('urban_settlement', 'Urban Settlement'), ('aimak', 'Aimak'), ('village', 'Village')], max_length=16)),
                ('name_ky', models.CharField(blank=True, max_length=200)),
                ('name_ru', models.CharField(blank=True, max_length=200)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('search', models.CharField(blank=True, db_index=True, max_length=600)),
                ('valid_from', models.DateField(blank=True, null=True)),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('source', models.CharField(max_length=300)),
                ('edition_on', models.DateField()),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='parties.territory')),
                ('predecessors', models.ManyToManyField(blank=True, related_name='successors', to='parties.territory')),
            ],
            options={
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60, unique=True)),
                ('kind', models.CharField(choices=[('ministry', 'Ministry'), ('association', 'Association'), ('desk', 'Desk'), ('committee', 'Committee'), ('panel', 'Panel'), ('executive', 'Executive'), ('kenesh', 'Kenesh')], max_length=16)),
                ('body_kind', models.CharField(blank=True, max_length=16)),
                ('oblast', models.CharField(blank=True, db_index=True, max_length=20)),
                ('name_ky', models.CharField(max_length=300)),
                ('name_ru', models.CharField(max_length=300)),
                ('name_en', models.CharField(blank=True, max_length=300)),
                ('search', models.CharField(blank=True, db_index=True, max_length=900)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('language', models.CharField(default='ky', max_length=2)),
                ('valid_from', models.DateField(blank=True, null=True)),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('predecessors', models.ManyToManyField(blank=True, related_name='successors', to='parties.party')),
                ('territory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='parties.territory')),
            ],
            options={
                'verbose_name_plural': 'parties',
                'ordering': ['key'],
            },
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office_ky', models.CharField(max_length=200)),
                ('office_ru', models.CharField(max_length=200)),
                ('office_en', models.CharField(blank=True, max_length=200)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField(blank=True, null=True)),
                ('may_sign', models.BooleanField(default=False)),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='parties.party')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='parties.person')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('to_on__isnull', True), ('to_on__gte', models.F('from_on')), _connector='OR'), name='mandate_days')],
            },
        ),
        migrations.AddConstraint(
            model_name='territory',
            constraint=models.UniqueConstraint(fields=('code', 'edition_on'), name='territory_code_edition'),
        ),
        migrations.AddConstraint(
            model_name='territory',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='territory_days'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='party_days'),
        ),
    ]
