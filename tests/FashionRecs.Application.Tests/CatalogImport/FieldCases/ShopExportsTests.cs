namespace FashionRecs.Application.Tests.CatalogImport.FieldCases;

public sealed class ShopExportsTests
{
    [Fact]
    public void Rows_Shopify_IsOneProductPerColourWithItsSizes()
    {
        var rows = ListedFile.Rows("""
            Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Image Src,Image Position,Variant Image
            dress,Silk dress,<p>Soft.</p>,V,Dress,Color,Red,Size,S,d-r-s,19.99,https://cdn.example/d-red.jpg,1,https://cdn.example/d-red.jpg
            dress,,,,,,Red,,M,d-r-m,19.99,https://cdn.example/d-blue.jpg,2,https://cdn.example/d-red.jpg
            dress,,,,,,Blue,,S,d-b-s,19.99,,,https://cdn.example/d-blue.jpg
            dress,,,,,,,,,,,https://cdn.example/d-back.jpg,3,
            coat,Coat,,V,Coat,Title,Default Title,,,c,99.00,https://cdn.example/coat.jpg,1,
            """, "shopify.csv");

        Assert.All(rows, row => Assert.Null(row.Refused));
        Assert.Equal(3, rows.Length);
        Assert.Equal(["Silk dress", "Silk dress", "Coat"], rows.Select(row => row.Facts.Name));
        Assert.Equal(["Red", "Blue", ""], rows.Select(row => row.Facts.Colour));
        Assert.EndsWith("d-red.jpg", rows[0].Image, StringComparison.Ordinal);
        Assert.EndsWith("d-blue.jpg", rows[1].Image, StringComparison.Ordinal);
        Assert.Equal("S, M", rows[0].Facts.Sizes);
        Assert.Equal("coat", rows[2].Facts.Id);
        Assert.Equal(99m, rows[2].Facts.Price);
    }

    [Fact]
    public void Rows_ShopifyPictureRows_BelongToTheProductAbove()
    {
        var row = ListedFile.Row("""
            Handle,Title,Variant Price,Image Src,Option1 Name,Option1 Value
            skirt,Skirt,10,a.jpg,Title,Default Title
            skirt,,,b.jpg,,
            skirt,,,c.jpg,,
            """);

        Assert.Equal((null, "Skirt", "a.jpg"), (row.Refused, row.Facts.Name, row.Image));
        Assert.Contains("with 2 further pictures", row.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feed.txt")]
    [InlineData("feed.tsv")]
    public void Rows_GoogleTabs_IsAListWhateverItsEnding(string name)
    {
        var rows = ListedFile.Rows(
            "id\ttitle\tdescription\tlink\timage_link\tprice\titem_group_id\tcolor\tsize\n"
            + "A-S\tDress\tNice\thttps://x/a\thttps://x/a.jpg\t19.99 EUR\tA\tred\tS\n"
            + "A-M\tDress\tNice\thttps://x/a\thttps://x/a.jpg\t19.99 EUR\tA\tred\tM\n"
            + "B\tCoat\tWarm\thttps://x/b\thttps://x/b.jpg\t99.00 EUR\t\tblue\t\n",
            name);

        Assert.Equal([19.99m, 99m], rows.Select(row => row.Facts.Price));
        Assert.All(rows, row => Assert.Null(row.Refused));
        Assert.Equal("B", rows[1].Facts.Id);
    }

    [Fact]
    public void Rows_GoogleXml_ReadsItsEntries()
    {
        var row = ListedFile.Row("""
            <?xml version="1.0"?>
            <rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title>
            <item><g:id>A</g:id><g:title>Dress &amp; belt</g:title><g:image_link>https://x/a.jpg</g:image_link><g:price>19.99 EUR</g:price>
            <g:product_type>Clothing &gt; Dresses</g:product_type></item>
            </channel></rss>
            """, "feed.xml");

        Assert.Equal((null, "A", "Dress & belt", 19.99m, "Dresses"),
            (row.Refused, row.Facts.Id, row.Facts.Name, row.Facts.Price, row.Facts.Type));
    }

    [Fact]
    public void Rows_WooCommerce_PutsVariationsTogether()
    {
        var rows = ListedFile.Rows("""
            ID,Type,SKU,Name,Published,Description,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)
            1,variable,D,Dress,1,Soft,,"Clothing > Dresses","https://x/d.jpg, https://x/e.jpg",,Color,"Red, Blue",Size,"S, M"
            2,variation,D-RS,Dress - Red,1,,19.99,,https://x/r.jpg,D,Color,Red,Size,S
            3,variation,D-RM,Dress - Red,1,,19.99,,https://x/r.jpg,D,Color,Red,Size,M
            4,variation,D-BS,Dress - Blue,1,,19.99,,https://x/b.jpg,D,Color,Blue,Size,S
            5,simple,C,Coat,1,Warm,99,Coats,https://x/c.jpg,,,,,
            """);

        Assert.All(rows, row => Assert.Null(row.Refused));
        Assert.Equal(["Red", "Blue", ""], rows.Select(row => row.Facts.Colour));
        Assert.Equal(["Dress", "Dress", "Coat"], rows.Select(row => row.Facts.Name));
    }

    [Fact]
    public void Rows_Magento_ReadsConfigurableProducts()
    {
        var rows = ListedFile.Rows("""
            sku,store_view_code,attribute_set_code,product_type,categories,name,description,price,visibility,base_image,additional_attributes,configurable_variations
            D-S,,Default,simple,Default Category/Women/Dresses,Dress S,,19.99,Not Visible Individually,/d/d.jpg,"color=Red,size=S",
            D-M,,Default,simple,Default Category/Women/Dresses,Dress M,,19.99,Not Visible Individually,/d/d.jpg,"color=Red,size=M",
            D,,Default,configurable,Default Category/Women/Dresses,Dress,Soft,,"Catalog, Search",/d/d.jpg,,"sku=D-S,color=Red,size=S|sku=D-M,color=Red,size=M"
            C,,Default,simple,Default Category/Coats,Coat,Warm,99.0000,"Catalog, Search",/c/c.jpg,,
            """);

        Assert.All(rows, row => Assert.Null(row.Refused));
        Assert.Equal(["Dress", "Coat"], rows.Select(row => row.Facts.Name));
        Assert.Equal([19.99m, 99m], rows.Select(row => row.Facts.Price));
    }

    [Fact]
    public void Rows_ShopifyUnpublished_IsRefused()
    {
        var rows = ListedFile.Rows("""
            Handle,Title,Product Category,Type,Published,Option1 Name,Option1 Value,Variant Price,Image Src,Status
            a,Coat,Apparel > Outerwear > Coats,,true,Title,Default Title,5,a.jpg,active
            b,Skirt,,Skirts,false,Title,Default Title,5,b.jpg,active
            c,Dress,,Dresses,true,Title,Default Title,5,c.jpg,archived
            """);

        Assert.Equal([null, "it is not published in Shopify", "its status in Shopify is 'archived'"], rows.Select(row => row.Refused));
        Assert.Equal("Coats", rows[0].Facts.Type);
    }

    [Fact]
    public void Rows_ShopifyWithItsNewHeadings_IsReadLikeTheOldOnes()
    {
        var rows = ListedFile.Rows("""
            Title,URL handle,Description,Type,Published on online store,Status,SKU,Option1 name,Option1 value,Price,Inventory tracker,Inventory quantity,Continue selling when out of stock,Product image URL,Variant image URL
            Dress,dress,<p>Soft</p>,Dresses,TRUE,Active,D-R,Color,Red,19.99,shopify,0,DENY,https://x/r.jpg,https://x/r.jpg
            ,dress,,,,,D-B,Color,Blue,19.99,shopify,4,DENY,,https://x/b.jpg
            """);

        Assert.Equal([("dress-red", "Red", "https://x/r.jpg", "out of stock"), ("dress-blue", "Blue", "https://x/b.jpg", "in stock")],
            rows.Select(row => (row.Facts.Id, row.Facts.Colour, row.Image, row.Facts.Availability)));
        Assert.Equal([null, null], rows.Select(row => row.Refused));
    }

    [Fact]
    public void Rows_WooCommerceInGerman_PutsVariationsTogether()
    {
        var rows = ListedFile.Rows("""
            ID,Typ,Artikelnummer,Name,Veröffentlicht,Beschreibung,Regulärer Preis,Kategorien,Bilder,Übergeordnetes Produkt,Attribut 1 Name,Attribut 1 Wert(e)
            1,variable,D,Kleid,1,Weich,,"Kleidung > Kleider","https://x/d.jpg, https://x/e.jpg",,Farbe,"Rot, Blau"
            2,variation,D-R,Kleid - Rot,1,,"19,99",,https://x/r.jpg,D,Farbe,Rot
            3,variation,D-B,Kleid - Blau,1,,"19,99",,https://x/b.jpg,D,Farbe,Blau
            4,simple,E,Rock,0,,5,Röcke,https://x/e.jpg,,,
            """);

        Assert.Equal([("D-rot", "Kleid", 19.99m), ("D-blau", "Kleid", 19.99m)],
            rows.Take(2).Select(row => (row.Facts.Id, row.Facts.Name, row.Facts.Price!.Value)));
        Assert.Equal("it is not published in WooCommerce", rows[2].Refused);
    }

    public static TheoryData<string, string> Feeds { get; } = new()
    {
        {
            "feed.xml", """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:base="http://base.google.com/ns/1.0"><entry><base:id>A</base:id>
            <title>Old</title><base:title>Dress</base:title><link href="https://x/a"/><base:image_link>a.jpg</base:image_link>
            <base:price>19.99 EUR</base:price><base:shipping><base:price>5 EUR</base:price></base:shipping></entry></feed>
            """
        },
        {
            "feed.csv", """
            <?xml version="1.0"?><rss><channel><item><id>A</id><title>Dress</title><image_link>a.jpg</image_link>
            <price>19.99</price></item></channel></rss>
            """
        },
        {
            "products.xml", """
            <products><product><id>A</id><name>Dress</name><image>a.jpg</image><price>19.99</price></product></products>
            """
        },
        {
            "offers", """
            <offers><offer id="A"><name>Dress</name><picture>a.jpg</picture><price>19,99</price></offer></offers>
            """
        },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Rows_XmlOfAnyShop_IsAListWhateverItsEnding(string name, string text)
    {
        var row = ListedFile.Row(text, name);

        Assert.Equal((null, "A", "Dress", "a.jpg", 19.99m), (row.Refused, row.Facts.Id, row.Facts.Name, row.Image, row.Facts.Price));
    }
}
