using FashionRecs.Storage.Tests.Backups;
using FashionRecs.Storage.Tests.Catalog;
using FashionRecs.Storage.Tests.CatalogImport;
using FashionRecs.Storage.Tests.Database;
using FashionRecs.Storage.Tests.Feeds;
using FashionRecs.Storage.Tests.Jobs;
using FashionRecs.Storage.Tests.Research;
using FashionRecs.Storage.Tests.Review;
using FashionRecs.Storage.Tests.Vocabularies;
using FashionRecs.Storage.Tests.Webhooks;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests;

public sealed class BadInputOnPostgreSqlTests() : BadInputTests(new PostgreSqlDatabase());

public sealed class ChangedVocabularyOnPostgreSqlTests() : ChangedVocabularyTests(new PostgreSqlDatabase());

public sealed class ParticipantStoreOnPostgreSqlTests() : ParticipantStoreTests(new PostgreSqlDatabase());

public sealed class ExperimentStoreOnPostgreSqlTests() : ExperimentStoreTests(new PostgreSqlDatabase());

public sealed class GroupCommitOnPostgreSqlTests() : GroupCommitTests(new PostgreSqlDatabase());

public sealed class ResultsOfTheLogOnPostgreSqlTests() : ResultsOfTheLogTests(new PostgreSqlDatabase());

public sealed class ReviewStoreOnPostgreSqlTests() : ReviewStoreTests(new PostgreSqlDatabase());

public sealed class MigrationsOnPostgreSqlTests() : MigrationsTests(new PostgreSqlDatabase());

public sealed class TwoProcessesOnPostgreSqlTests() : TwoProcessesTests(new PostgreSqlDatabase());

public sealed class BackupOnPostgreSqlTests() : BackupTests(new PostgreSqlDatabase());

public sealed class CatalogImportLeaseOnPostgreSqlTests() : CatalogImportLeaseTests(new PostgreSqlDatabase());

public sealed class ProductStoreOnPostgreSqlTests() : ProductStoreTests(new PostgreSqlDatabase());

public sealed class CatalogByKeyOnPostgreSqlTests() : CatalogByKeyTests(new PostgreSqlDatabase());

public sealed class CatalogStartOnPostgreSqlTests() : CatalogStartTests(new PostgreSqlDatabase());

public sealed class JobWorkerOnPostgreSqlTests() : JobWorkerTests(new PostgreSqlDatabase());

public sealed class FeedStoreOnPostgreSqlTests() : FeedStoreTests(new PostgreSqlDatabase());

public sealed class WebhookStoreOnPostgreSqlTests() : WebhookStoreTests(new PostgreSqlDatabase());
