using FashionRecs.Web.Tests.Accounts;
using FashionRecs.Web.Tests.Health;
using FashionRecs.Web.Tests.Merchandising;
using FashionRecs.Web.Tests.Shop.Clicks;
using FashionRecs.Web.Tests.Shop.Products;

namespace FashionRecs.Web.Tests;

public class ClickEndpointOnPostgreSqlTests(EmptyPostgreSqlShop shop) : ClickEndpointTests(shop), IClassFixture<EmptyPostgreSqlShop>;

public class HealthEndpointOnPostgreSqlTests(EmptyPostgreSqlShop shop) : HealthEndpointTests(shop), IClassFixture<EmptyPostgreSqlShop>;

public class MerchandisingEndpointOnPostgreSqlTests(EmptyPostgreSqlShop shop) : MerchandisingEndpointTests(shop),
IClassFixture<EmptyPostgreSqlShop>;

public class OwnDataOnPostgreSqlTests(EmptyPostgreSqlShop shop) : OwnDataTests(shop), IClassFixture<EmptyPostgreSqlShop>;

public class ProductPageOnPostgreSqlTests(EmptyPostgreSqlShop shop) : ProductPageTests(shop), IClassFixture<EmptyPostgreSqlShop>;

public class RoleOnPostgreSqlTests(EmptyPostgreSqlShop shop) : RoleTests(shop), IClassFixture<EmptyPostgreSqlShop>;

public class SignInOnPostgreSqlTests(EmptyPostgreSqlShop shop) : SignInTests(shop), IClassFixture<EmptyPostgreSqlShop>;
