using FashionRecs.Tests.Databases;

namespace FashionRecs.Web.Tests;

/// <summary>The shop with an empty PostgreSQL database of its own.</summary>
public sealed class EmptyPostgreSqlShop() : EmptyShop(() => new PostgreSqlDatabase());
